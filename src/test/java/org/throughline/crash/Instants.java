package org.throughline.crash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.throughline.crash.Tripwire.Armed;
import org.throughline.crash.Tripwire.Moment;

/** When to kill, drawn from the moments of an undisturbed night. */
final class Instants {
    private final List<Moment> moments;
    private final Map<String, Integer> firsts = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Instants(List<Moment> moments) {
        this.moments = moments;
        for (int at = 0; at < moments.size(); at++) {
            firsts.putIfAbsent(moments.get(at).name(), at);
            counts.merge(moments.get(at).name(), 1, Integer::sum);
        }
    }

    /**
     * Instants of this seed, one for each process of a night: together as likely to fall on one part of the night's work as on any
     * other, whatever the machine's speed, since each process goes on about where the one before was killed.
     */
    List<Armed> random(long seed, int count) {
        double[] places = new Random(seed).doubles(count).sorted().toArray();
        long length = moments.get(moments.size() - 1).nanos() - moments.get(0).nanos();
        List<Armed> instants = new ArrayList<>();
        double before = 0;
        for (double place : places) {
            instants.add(after((long) ((place - before) * length)));
            before = place;
        }
        return instants;
    }

    /** Instants of this seed within one process, each counted from the one before. */
    List<Armed> within(long seed, int count) {
        List<Armed> instants = new ArrayList<>();
        int before = 0;
        for (double place : new Random(seed).doubles(count).sorted().toArray()) {
            int at = Math.max(before + 1, (int) (place * moments.size()));
            instants.add(new Armed("", at - before, 0));
            before = at;
        }
        return instants;
    }

    private Armed after(long nanos) {
        long instant = moments.get(0).nanos() + nanos;
        int last = 0;
        while (last + 1 < moments.size() && moments.get(last + 1).nanos() <= instant) {
            last++;
        }
        return new Armed("", last + 1, instant - moments.get(last).nanos());
    }

    /** Every named write boundary once, in the order of the night. */
    List<Armed> boundaries() {
        return firsts.entrySet().stream()
                .filter(first -> isBoundary(first.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(first -> new Armed(first.getKey(), 1, 0))
                .toList();
    }

    private static boolean isBoundary(String name) {
        return name.startsWith("before ") || name.startsWith("after ") || name.startsWith("file ");
    }

    /** How often a boundary comes in an undisturbed night. */
    int count(String name) {
        return counts.getOrDefault(name, 0);
    }
}
