package org.throughline.setup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.notice.Mail;
import org.throughline.notice.NoticeKind;
import org.throughline.setup.Partner.Contact;
import org.throughline.setup.Partner.PartnerProgram;

/** Reads {@code mappings/<sender>/partner.yaml}, with everything that is wrong inside the file itself. */
final class PartnerReader {
    private static final String NAME = "[a-z][a-z0-9-]{1,40}";
    private static final List<String> STATUSES = List.of("live", "testing", "certified", "stopped");

    private final SetupScope scope;
    private final SetupSurroundings surroundings;
    private final Findings findings;
    private final DueReader dues;
    private final Set<String> contracts = new HashSet<>();

    /** Compiles the mappings of the partners that the scope names. */
    PartnerReader(SetupScope scope, SetupSurroundings surroundings, DueReader dues, Findings findings) {
        this.scope = scope;
        this.surroundings = surroundings;
        this.dues = dues;
        this.findings = findings;
    }

    Optional<Partner> read(SetupFile file) {
        return SetupNode.read(file.name(), file.text(), findings).map(top -> partner(file, top));
    }

    private Partner partner(SetupFile file, SetupNode top) {
        String sender = top.required("partner");
        if (!sender.isEmpty() && !sender.equals(file.folder())) {
            top.find(
                    "partner",
                    "The partner is named " + sender + " but its folder is " + file.folder()
                            + ". Give both the same name.");
        } else if (!sender.isEmpty() && !sender.matches(NAME)) {
            top.find("partner", "A partner's name is lower-case letters, digits and hyphens, at most 41.");
        }
        String title = line(top, "title");
        String kind = top.requiredWord("kind", List.of("provider", "agency"));
        boolean victims = Words.flag(top, "victim_service_provider").orElse(false);
        List<PartnerProgram> programs = programs(top);
        List<FeedEntry> feeds = feeds(file, top);
        Partner partner = new Partner(
                sender,
                title,
                kind,
                victims,
                Words.zone(top),
                contacts(top),
                top.section("account").map(node -> new AccountReader(surroundings, file).read(node)),
                programs,
                contracts(top, programs),
                feeds,
                channels(top, feeds),
                top.section("retention").map(RetentionReader::read),
                file.sha256());
        top.finish();
        return partner;
    }

    private List<ChannelEntry> channels(SetupNode top, List<FeedEntry> feeds) {
        List<String> names = feeds.stream().map(FeedEntry::feed).toList();
        return new ChannelReader(surroundings, names).read(top.sections("channels"));
    }

    private static List<Contact> contacts(SetupNode top) {
        return top.sections("contacts").stream().map(PartnerReader::contact).toList();
    }

    private static Contact contact(SetupNode node) {
        String email = node.required("email");
        if (!email.isEmpty() && !Mail.isAddress(email)) {
            node.find("email", "The value of email is not an address such as data@example.org.");
        }
        List<String> notices = node.texts("notices");
        notices.forEach(word -> node.mustBeAmong("notices", NoticeKind.words(), word, "notice"));
        Contact contact = new Contact(line(node, "role"), line(node, "name"), email, notices);
        node.finish();
        return contact;
    }

    /** Text that may stand in a mail or on a screen: one line. */
    private static String line(SetupNode node, String key) {
        String text = node.required(key);
        if (!Mail.isLine(text)) {
            node.find(key, "The value of " + key + " holds a line break or another control character. Write one line.");
        }
        return text;
    }

    private List<PartnerProgram> programs(SetupNode top) {
        Set<String> keys = new HashSet<>();
        List<PartnerProgram> programs = new ArrayList<>();
        for (SetupNode node : top.sections("programs")) {
            String key = node.required("key");
            String type = node.required("program_type");
            if (!keys.add(key)) {
                node.find("key", "The program " + key + " stands here twice. Give each program its own key.");
            }
            Set<String> types = surroundings.programTypes();
            if (!types.isEmpty()) {
                node.mustBeAmong("program_type", types, type, "program type");
            }
            programs.add(new PartnerProgram(key, node.required("name"), type));
            node.finish();
        }
        return programs;
    }

    private List<Contract> contracts(SetupNode top, List<PartnerProgram> programs) {
        List<String> keys = programs.stream().map(PartnerProgram::key).toList();
        return top.sections("contracts").stream()
                .map(node -> contract(node, keys))
                .toList();
    }

    private Contract contract(SetupNode node, List<String> programs) {
        String number = node.required("contract");
        if (!contracts.add(number)) {
            node.find("contract", "The contract " + number + " stands in the partner files twice. Keep one of them.");
        }
        LocalDate start = Words.day(node, "start");
        Optional<LocalDate> end = Words.dayIfAny(node, "end");
        Words.inOrder(node, start, "end", end);
        List<String> paid = node.texts("programs");
        paid.forEach(key -> node.mustBeAmong("programs", programs, key, "program"));
        Contract contract = new Contract(
                number,
                node.required("title"),
                start,
                end,
                node.parsed("amount", PartnerReader::amount, "an amount in USD such as 1250000 or 1250000.50"),
                paid.stream().distinct().toList());
        node.finish();
        return contract;
    }

    private static BigDecimal amount(String text) {
        return Words.fitting(new BigDecimal(text).setScale(2), amount -> amount.signum() >= 0);
    }

    private List<FeedEntry> feeds(SetupFile file, SetupNode top) {
        Optional<String> usual = top.section("watermarks").flatMap(PartnerReader::watermark);
        Set<String> names = new HashSet<>();
        List<FeedEntry> feeds = new ArrayList<>();
        for (SetupNode node : top.sections("feeds")) {
            FeedEntry feed = feed(file, node, usual);
            if (!names.add(feed.feed())) {
                node.find("feed", "The feed " + feed.feed() + " stands here twice. Give each feed its own name.");
            }
            feeds.add(feed);
        }
        return feeds;
    }

    private static Optional<String> watermark(SetupNode node) {
        Optional<String> source = node.word("source", Words.SOURCES);
        node.finish();
        return source;
    }

    private FeedEntry feed(SetupFile file, SetupNode node, Optional<String> usual) {
        String name = node.required("feed");
        if (!name.isEmpty() && !name.matches("[a-z][a-z0-9-]{1,60}")) {
            node.find("feed", "A feed's name is lower-case letters, digits and hyphens, at most 61.");
        }
        String mapping = node.required("mapping");
        if (scope.names(file.folder())) {
            surroundings.checkMapping(node, mapping);
        }
        FeedEntry feed = new FeedEntry(
                name,
                mapping,
                node.word("status", STATUSES).orElse("live"),
                Words.flag(node, "retest").orElse(false),
                node.section("due").map(dues::read),
                node.word("completes", Words.SOURCES).or(() -> usual));
        node.finish();
        return feed;
    }
}
