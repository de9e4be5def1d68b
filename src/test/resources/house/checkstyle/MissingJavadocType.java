public final class MissingJavadocType {}
