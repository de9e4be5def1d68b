final class NestedIfDepth {
    int depth(boolean a, boolean b, boolean c, boolean d) {
        if (a) {
            if (b) {
                if (c) {
                    if (d) {
                        return 1;
                    }
                }
            }
        }
        return 0;
    }
}
