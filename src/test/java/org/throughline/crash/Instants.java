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

    /** Instants of this seed, each as likely as any other between the first moment and the last; whatever the machine's speed. */
    List<Armed> random(long seed, int count) {
        Random random = new Random(seed);
        List<Armed> instants = new ArrayList<>();
        long begin = moments.get(0).nanos();
        long length = moments.get(moments.size() - 1).nanos() - begin;
        for (int draw = 0; draw < count; draw++) {
            long instant = begin + (long) (random.nextDouble() * length);
            int last = 0;
            while (last + 1 < moments.size() && moments.get(last + 1).nanos() <= instant) {
                last++;
            }
            instants.add(new Armed("", last + 1, instant - moments.get(last).nanos()));
        }
        return instants;
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
