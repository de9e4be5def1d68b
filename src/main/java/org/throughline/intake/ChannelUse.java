package org.throughline.intake;

/** What a channel is for. */
public enum ChannelUse {
    /** The hub asks for what is new, every night. */
    PULL,
    /** Others send when they like, while the hub serves. */
    LISTEN,
    /** The hub delivers outcomes. */
    DELIVER
}
