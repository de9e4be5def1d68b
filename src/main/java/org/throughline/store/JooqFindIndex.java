package org.throughline.store;

import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.throughline.find.FindIndex;
import org.throughline.find.FoundClient;
import org.throughline.find.FoundRecord;
import org.throughline.find.FoundRow;
import org.throughline.find.FoundSubmission;
import org.throughline.find.Hits;
import org.throughline.find.Sought;

/** Finds what is stored in PostgreSQL; every statement reads by indexes only. */
public final class JooqFindIndex implements FindIndex {
    private final Database database;

    /** What this database holds. */
    public JooqFindIndex(Database database) {
        this.database = database;
    }

    @Override
    public Hits<FoundSubmission> submissions(Sought sought) {
        return database.read(jooq -> new SubmissionSearch(jooq, SearchScope.of(jooq, sought)).find());
    }

    @Override
    public Hits<FoundRecord> records(Sought sought, boolean values) {
        return keyed(sought, scope -> new RecordSearch(scope.jooq(), scope.scope(), values).find());
    }

    @Override
    public Hits<FoundRow> rows(Sought sought) {
        return database.read(jooq -> new RowSearch(jooq, SearchScope.of(jooq, sought)).find());
    }

    @Override
    public Hits<FoundClient> clients(Sought sought, boolean values) {
        return keyed(sought, scope -> new ClientSearch(scope.jooq(), scope.scope(), values).find());
    }

    private record Keyed(DSLContext jooq, SearchScope scope) {}

    /** Searches by key; where the text names a row, by the key that stands in the row. */
    private <T> T keyed(Sought sought, Function<Keyed, T> search) {
        return database.read(jooq -> {
            SearchScope scope = SearchScope.of(jooq, sought);
            Optional<SearchScope> ofRow = new RowSearch(jooq, scope).keyOfRow();
            return search.apply(new Keyed(jooq, ofRow.orElse(scope)));
        });
    }
}
