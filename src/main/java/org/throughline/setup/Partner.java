package org.throughline.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An organization that exchanges data with the hub, as its reviewed partner file describes it.
 *
 * @param sender short name, also of its folder under mappings/
 * @param kind provider (delivers services) or agency (administers a government system)
 * @param victimServiceProvider true keeps its clients out of linkage (34 U.S.C. 12291(b)(2))
 * @param retention how long what it sends is kept; empty where all of it is
 * @param sha256 hash of the reviewed file
 */
public record Partner(
        String sender,
        String title,
        String kind,
        boolean victimServiceProvider,
        ZoneId zone,
        List<Contact> contacts,
        Optional<PartnerAccount> account,
        List<PartnerProgram> programs,
        List<Contract> contracts,
        List<FeedEntry> feeds,
        List<ChannelEntry> channels,
        Optional<Retention> retention,
        String sha256) {

    public Partner {
        contacts = List.copyOf(contacts);
        programs = List.copyOf(programs);
        contracts = List.copyOf(contracts);
        feeds = List.copyOf(feeds);
        channels = List.copyOf(channels);
    }

    /**
     * Whom to ask at the partner: a role, a desk or person, and a business address.
     *
     * @param notices what they are told by e-mail, as words, in order
     */
    public record Contact(String role, String name, String email, List<String> notices) {
        public Contact {
            notices = notices.stream().distinct().sorted().toList();
        }
    }

    /** A program that the partner runs, with its type from the code list hub/program_type. */
    public record PartnerProgram(String key, String name, String programType) {}
}
