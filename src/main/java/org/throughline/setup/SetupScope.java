package org.throughline.setup;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Whose reviewed files are meant: those of some partners, or all. */
public record SetupScope(Set<String> partners) {

    public SetupScope {
        partners = Set.copyOf(partners);
    }

    /** All files. */
    public static SetupScope all() {
        return new SetupScope(Set.of());
    }

    /** The files of these partners and what is agreed with them; all files where none is named. */
    public static SetupScope of(Collection<String> partners) {
        return new SetupScope(new TreeSet<>(partners));
    }

    boolean isAll() {
        return partners.isEmpty();
    }

    boolean names(String partner) {
        return isAll() || partners.contains(partner);
    }

    /** True where the text of a file has the name of one of the partners. */
    boolean isNamedIn(SetupFile file) {
        return partners.stream().anyMatch(file.text()::contains);
    }

    /** An agreement that does not say with whom belongs to everybody. */
    boolean covers(Agreement agreement) {
        return names(agreement.discloser())
                || names(agreement.recipient())
                || agreement.discloser().isEmpty()
                || agreement.recipient().isEmpty();
    }
}
