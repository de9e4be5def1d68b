package org.throughline.linkage;

/** Jaro-Winkler similarity of two words: 1 for equal ones, 0 for words with nothing in common. */
final class JaroWinkler {
    private static final int PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;

    private JaroWinkler() {}

    static double similarity(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double jaro = jaro(a, b);
        return jaro + commonPrefix(a, b) * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        var usedInB = new boolean[b.length()];
        var matchedInA = new StringBuilder();
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        for (int i = 0; i < a.length(); i++) {
            int j = partner(a.charAt(i), b, usedInB, new int[] {i - window, i + window});
            if (j >= 0) {
                usedInB[j] = true;
                matchedInA.append(a.charAt(i));
            }
        }
        double matches = matchedInA.length();
        if (matches == 0) {
            return 0;
        }
        double transposed = transposed(matchedInA, b, usedInB) / 2.0;
        return (matches / a.length() + matches / b.length() + (matches - transposed) / matches) / 3;
    }

    private static int partner(char letter, String b, boolean[] used, int[] range) {
        for (int j = Math.max(0, range[0]); j <= Math.min(b.length() - 1, range[1]); j++) {
            if (!used[j] && b.charAt(j) == letter) {
                return j;
            }
        }
        return -1;
    }

    private static int transposed(StringBuilder matchedInA, String b, boolean[] usedInB) {
        int count = 0;
        int at = 0;
        for (int j = 0; j < b.length(); j++) {
            if (usedInB[j] && matchedInA.charAt(at++) != b.charAt(j)) {
                count++;
            }
        }
        return count;
    }

    private static int commonPrefix(String a, String b) {
        int longest = Math.min(PREFIX, Math.min(a.length(), b.length()));
        int length = 0;
        while (length < longest && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }
}
