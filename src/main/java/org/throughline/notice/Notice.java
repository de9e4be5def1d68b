package org.throughline.notice;

/** One notice to one address. */
public record Notice(long id, String sender, String email, Matter matter) {}
