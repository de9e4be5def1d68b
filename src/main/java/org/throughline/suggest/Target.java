package org.throughline.suggest;

import java.util.Optional;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.canonical.FieldType;
import org.throughline.mapping.Outline;
import org.throughline.mapping.value.ValueType;
import org.throughline.profile.ColumnProfile;

/** A canonical field that a column may become, or the key of a record. */
record Target(Entity entity, String field) {

    /** The sender's own number of a client. */
    static final Target CLIENT = new Target(Entity.CLIENT_RECORD, Outline.Use.KEY);

    /** The target of a name such as {@code client_record.last_name}. */
    static Target of(String name) {
        int dot = name.indexOf('.');
        return new Target(Entity.named(name.substring(0, dot)).orElseThrow(), name.substring(dot + 1));
    }

    /** The field; empty for a key. */
    Optional<Field> canonical() {
        return entity.field(field);
    }

    /** True where values of the column's type can become the field's. */
    boolean takes(ColumnProfile column) {
        ValueType type = column.type().type();
        boolean dated = column.type().dated();
        FieldType wanted = canonical().map(Field::type).orElse(FieldType.TEXT);
        return switch (wanted) {
            case TEXT -> !dated;
            case DATE -> dated;
            case INSTANT -> type == ValueType.DATETIME;
            case DECIMAL -> type == ValueType.NUMBER || type == ValueType.INTEGER;
            case INTEGER -> type == ValueType.INTEGER;
            case BOOLEAN -> type == ValueType.BOOLEAN;
        };
    }

    @Override
    public String toString() {
        return entity.table() + "." + field;
    }
}
