package org.throughline.release;

import java.time.LocalDate;

/**
 * The earliest event that one sender shows for an index event.
 *
 * @param sender who shows it; never leaves
 * @param disclosureGrade true where the link between the provider's record and that sender's carries a client-level
 *     disclosure
 */
public record SeenEvent(String sender, LocalDate date, boolean disclosureGrade) {}
