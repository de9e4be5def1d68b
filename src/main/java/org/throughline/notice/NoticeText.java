package org.throughline.notice;

import org.throughline.intake.Counts;
import org.throughline.notice.Matter.FileLate;
import org.throughline.notice.Matter.FileMissing;
import org.throughline.notice.Matter.OutcomeReady;
import org.throughline.notice.Matter.ReceiptReady;
import org.throughline.problem.ProblemCode;

/** Puts notices into words. */
final class NoticeText {
    private static final String FOOT = "\n\nSent by Throughline, the data hub. Answers to this address are not read.\n";

    private NoticeText() {}

    static Mail of(Notice notice) {
        Matter matter = notice.matter();
        if (matter instanceof ReceiptReady receipt) {
            return new Mail(notice.email(), subject(receipt), text(receipt) + FOOT);
        }
        if (matter instanceof OutcomeReady outcome) {
            return new Mail(notice.email(), "Outcome file " + outcome.file(), text(outcome) + FOOT);
        }
        if (matter instanceof FileMissing missing) {
            return new Mail(notice.email(), subject(missing), text(missing) + FOOT);
        }
        FileLate late = (FileLate) matter;
        return new Mail(notice.email(), "Nothing has come yet for feed " + late.feed(), text(late) + FOOT);
    }

    private static String subject(FileMissing missing) {
        return "Missing" + (missing.escalated() ? " for more than a day" : "") + ": feed " + missing.feed();
    }

    private static String text(FileMissing missing) {
        return "A file has not come within its grace.\n\nFeed: " + missing.feed() + "\nDue: " + missing.due()
                + "\nNot there at: " + missing.seen() + "\n\n"
                + (missing.escalated() ? "This was told a day ago, and nothing came since.\n\n" : "")
                + ProblemCode.FEED_MISSING.guidance();
    }

    private static String subject(ReceiptReady receipt) {
        return "Receipt " + receipt.submission() + edition(receipt) + " of feed " + receipt.feed();
    }

    private static String edition(ReceiptReady receipt) {
        return receipt.edition() == 1 ? "" : ", edition " + receipt.edition() + ",";
    }

    private static String text(ReceiptReady receipt) {
        return "The receipt of a submission is ready.\n\nSubmission: " + receipt.submission() + "\nFeed: "
                + receipt.feed()
                + receipt.period().map(period -> "\nPeriod: " + period).orElse("") + "\nStatus: " + receipt.status()
                + "\n\n" + counts(receipt.records()) + "\n\n" + place(receipt);
    }

    private static String counts(Counts counts) {
        return "Records read: " + counts.read() + "\naccepted: " + counts.accepted() + "\nunchanged: "
                + counts.unchanged() + "\nheld: " + counts.held() + "\nrejected: " + counts.rejected() + "\nwaiting: "
                + counts.waiting();
    }

    private static String place(ReceiptReady receipt) {
        return receipt.account()
                ? "Look into the folder receipts/ of your account for number " + receipt.submission() + "."
                : "Ask the hub for it: GET /receipts/" + receipt.submission() + ", with your token.";
    }

    private static String text(OutcomeReady outcome) {
        return "An outcome file is ready.\n\nFile: " + outcome.file() + "\nRows: " + outcome.rows() + "\n\n"
                + outcome.channel()
                        .map(channel -> "It was delivered by your channel " + channel + ".")
                        .orElse("Look into the folder outcomes/ of your account.");
    }

    private static String text(FileLate late) {
        return "A file that is due has not come.\n\nFeed: " + late.feed() + "\nDue: " + late.due() + "\nNot there at: "
                + late.seen() + "\n\nSend it as usual; where there is nothing to report, send a file without records.";
    }
}
