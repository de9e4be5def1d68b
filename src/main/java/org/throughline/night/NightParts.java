package org.throughline.night;

import java.time.Clock;
import java.util.Optional;
import org.throughline.audit.AuditLedger;
import org.throughline.intake.Accounts;
import org.throughline.intake.Channels;
import org.throughline.intake.FeedEvents;
import org.throughline.intake.FeedNames;
import org.throughline.intake.FeedWatch;
import org.throughline.intake.Intake;
import org.throughline.intake.ReceiptOutbox;
import org.throughline.linkage.LinkageRun;
import org.throughline.measure.MeasureRun;
import org.throughline.notice.NoticeStore;
import org.throughline.release.AcknowledgementDesk;
import org.throughline.release.OutcomeStore;
import org.throughline.route.MailSetting;
import org.throughline.route.RouteSetting;

/** The use cases that a night runs, and the surroundings of its routes. Without a mail server no notices are sent. */
public record NightParts(
        RouteSetting routes,
        Accounts accounts,
        Channels channels,
        FeedNames feeds,
        FeedEvents events,
        FeedWatch watch,
        Intake intake,
        ReceiptOutbox receipts,
        LinkageRun linkage,
        MeasureRun measures,
        OutcomeStore outcomes,
        AcknowledgementDesk acknowledgements,
        NoticeStore notices,
        Optional<MailSetting> mail,
        AuditLedger audit,
        Clock clock) {}
