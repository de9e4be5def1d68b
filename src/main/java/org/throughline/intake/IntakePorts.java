package org.throughline.intake;

import java.time.Clock;
import org.throughline.audit.AuditLedger;
import org.throughline.mapping.MappingCatalog;

/**
 * What intake needs of the world.
 *
 * @param watcher told how submissions make their way
 */
public record IntakePorts(
        SubmissionLedger ledger,
        MappingVersions versions,
        Loads loads,
        Receipts receipts,
        HeldStore held,
        AuditLedger audit,
        MappingCatalog catalog,
        OriginalFolder originals,
        Clock clock,
        SubmissionWatcher watcher) {}
