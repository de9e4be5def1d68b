final class ParameterNumber {
    int add(int a, int b, int c, int d, int e) {
        return a + b + c + d + e;
    }
}
