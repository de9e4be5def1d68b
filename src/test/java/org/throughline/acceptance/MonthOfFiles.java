package org.throughline.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A synthetic sender's September in small files of four feeds: clients, stays and exits as changes with a change day, services
 * as a snapshot for each week. Names, stays and exits are corrected, moved to another parent, taken back and told again.
 */
record MonthOfFiles(List<SentFile> files) {

    /** One file of a feed; a later edition of a week's services is sent after the earlier one. */
    record SentFile(String feed, String name, String text) {
        String series() {
            return feed.equals("services") ? name.substring(0, "services_20260901".length()) : name;
        }
    }

    /** Feed by feed. */
    static MonthOfFiles september() {
        return new MonthOfFiles(Stream.of(clients(), stays(), exits(), services())
                .flatMap(List::stream)
                .toList());
    }

    private static List<SentFile> clients() {
        String header = "Number,Last,Changed\n";
        return List.of(
                file("clients", 1, header, "C-1,Aster,2026-09-01", "C-2,Basalt,2026-09-01", "C-3,Clover,2026-09-01"),
                file("clients", 2, header, "C-2,Beryl,2026-09-10", "C-4,Dahlia,2026-09-10"),
                file("clients", 3, header, "C-2,Birch,2026-09-20", "C-5,Elder,2026-09-20"),
                file("clients", 4, header, "C-1,Aster,2026-09-22", "C-4,,2026-09-22"));
    }

    private static List<SentFile> stays() {
        String header = "Stay,Number,Entered,Changed,Gone\n";
        return List.of(
                file(
                        "stays",
                        1,
                        header,
                        "S-1,C-1,2026-09-02,2026-09-02,",
                        "S-2,C-2,2026-09-02,2026-09-02,",
                        "S-3,C-3,2026-09-02,2026-09-02,",
                        "S-6,C-3,2026-09-04,2026-09-04,"),
                file(
                        "stays",
                        2,
                        header,
                        "S-6,C-3,2026-09-04,2026-09-15,gone",
                        "S-4,C-4,2026-09-11,2026-09-11,",
                        "S-2,C-2,2026-09-03,2026-09-12,"),
                file(
                        "stays",
                        3,
                        header,
                        "S-3,C-3,2026-09-02,2026-09-18,gone",
                        "S-5,C-9,2026-09-19,2026-09-19,",
                        "S-1,C-5,2026-09-02,2026-09-21,"),
                file("stays", 4, header, "S-3,C-3,2026-09-02,2026-09-26,"));
    }

    private static List<SentFile> exits() {
        String header = "Exit,Stay,Left,Changed,Gone\n";
        return List.of(
                file(
                        "exits",
                        1,
                        header,
                        "X-1,S-1,2026-09-05,2026-09-06,",
                        "X-2,S-2,2026-09-07,2026-09-07,",
                        "X-3,S-3,2026-09-08,2026-09-08,",
                        "X-7,S-4,2026-09-09,2026-09-09,"),
                file(
                        "exits",
                        2,
                        header,
                        "X-2,S-2,2026-09-07,2026-09-14,gone",
                        "X-1,S-1,2026-09-06,2026-09-13,",
                        "X-8,S-6,2026-09-10,2026-09-10,",
                        "X-4,S-5,2026-09-20,2026-09-20,"),
                file(
                        "exits",
                        3,
                        header,
                        "X-1,S-4,2026-10-02,2026-09-22,",
                        "X-6,S-4,2026-09-23,2026-09-23,",
                        "X-7,S-1,2026-09-25,2026-09-25,"));
    }

    private static List<SentFile> services() {
        String header = "Service,Number,Stay,Day,Kind\n";
        return List.of(
                week(
                        "20260901_20260907_1",
                        header,
                        "V-1,C-1,S-1,2026-09-03,meal",
                        "V-2,C-2,S-2,2026-09-04,meal",
                        "V-3,C-4,S-4,2026-09-05,bed"),
                week("20260901_20260907_2", header, "V-1,C-1,S-1,2026-09-03,bus", "V-2,C-2,S-2,2026-09-04,meal"),
                week(
                        "20260908_20260914_1",
                        header,
                        "V-4,C-4,S-4,2026-09-12,bed",
                        "V-5,C-9,,2026-09-13,meal",
                        "V-6,C-3,S-3,2026-09-13,meal"));
    }

    private static SentFile week(String week, String header, String... rows) {
        return new SentFile("services", "services_" + week + ".csv", header + String.join("\n", rows) + "\n");
    }

    private static SentFile file(String feed, int number, String header, String... rows) {
        return new SentFile(feed, feed + "-" + number + ".csv", header + String.join("\n", rows) + "\n");
    }

    /** The same files in another order; only the editions of a week keep theirs. */
    MonthOfFiles shuffled(long seed) {
        List<SentFile> order = new ArrayList<>(files);
        Collections.shuffle(order, new Random(seed));
        return new MonthOfFiles(order).withEditionsInOrder();
    }

    /** The last file first; only the editions of a week keep their order. */
    MonthOfFiles reversed() {
        List<SentFile> order = new ArrayList<>(files);
        Collections.reverse(order);
        return new MonthOfFiles(order).withEditionsInOrder();
    }

    private MonthOfFiles withEditionsInOrder() {
        List<SentFile> order = new ArrayList<>(files);
        for (String series : files.stream().map(SentFile::series).distinct().toList()) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                if (order.get(i).series().equals(series)) {
                    places.add(i);
                }
            }
            List<SentFile> editions =
                    new ArrayList<>(places.stream().map(order::get).toList());
            editions.sort(Comparator.comparing(SentFile::name));
            for (int i = 0; i < places.size(); i++) {
                order.set(places.get(i), editions.get(i));
            }
        }
        return new MonthOfFiles(order);
    }

    /** The same month from a sender who writes one change day into every row, so that nothing tells which is older. */
    MonthOfFiles withoutChangeDays() {
        return new MonthOfFiles(files.stream()
                .map(file -> file.feed().equals("services")
                        ? file
                        : new SentFile(
                                file.feed(),
                                file.name(),
                                file.text().replaceAll("2026-09-\\d\\d(?=(,(gone)?)?\\n)", "2026-09-30")))
                .toList());
    }
}
