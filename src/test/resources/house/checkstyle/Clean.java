/** A file that keeps every rule: a record may have many components, a method up to four parameters. */
public record Clean(int a, int b, int c, int d, int e) {
    int add(int one, int two, int three, int four) {
        return one + two + three + four;
    }
}
