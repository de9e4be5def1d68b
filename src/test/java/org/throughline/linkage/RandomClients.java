package org.throughline.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Seeded synthetic clients: few names and birth dates, so that households, twins and contradictions abound. */
final class RandomClients {
    private static final List<String> FIRST =
            List.of("Ana", "Anna", "Owen", "Mila", "William", "Bill", "Jayden", "Jaylen");
    private static final List<String> LAST = List.of("Cruz", "Cruz-Holm", "Reed", "Holm", "Baker Jr");
    private static final List<String> NO_FULL_SSN = List.of("", "", "xxxxx7654", "555555555");
    private static final List<String> BORN = List.of("1990-05-17", "1990-05-16", "1990-01-01", "1971-02-03");
    private static final int SENDERS = 12;

    private final Random random;

    RandomClients(long seed) {
        this.random = new Random(seed);
    }

    List<ClientIdentifiers> some(int size) {
        var clients = new ArrayList<ClientIdentifiers>();
        for (int i = 0; i < size; i++) {
            var values = new HashMap<String, String>();
            int first = random.nextInt(FIRST.size());
            values.put("first", FIRST.get(first));
            values.put("last", pick(LAST));
            values.put("ssn", random.nextInt(5) < 2 ? pick(NO_FULL_SSN) : ssn(first));
            values.put("ssn_quality", pick(List.of("1", "1", "1", "2", "9")));
            values.put("phone", pick(List.of("", "4125550182", "4125550199")));
            if (random.nextInt(5) > 0) {
                values.put("born", pick(BORN));
            }
            clients.add(TestClients.client(new ClientRef("sender" + random.nextInt(SENDERS), "c" + i), values));
        }
        return clients;
    }

    /** One of two numbers of that name, sometimes mistyped, sometimes another name's. */
    private String ssn(int first) {
        int carrier = random.nextInt(8) == 0 ? random.nextInt(FIRST.size()) : first;
        var numbers = List.of("21909765" + carrier, "40231887" + carrier);
        return random.nextInt(10) == 0 ? "21909756" + carrier : pick(numbers);
    }

    List<Ruling> rulings(List<ClientIdentifiers> clients, int size) {
        var rulings = new HashMap<ClientPair, Ruling>();
        for (int i = 0; i < size; i++) {
            var a = pick(clients).ref();
            var b = pick(clients).ref();
            if (!a.equals(b)) {
                var kind = random.nextBoolean() ? RulingKind.NEVER : RulingKind.ALWAYS;
                var pair = ClientPair.of(a, b);
                rulings.put(pair, new Ruling(i, kind, pair, "reviewer", "Seeded.", Instant.EPOCH));
            }
        }
        return List.copyOf(rulings.values());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
