package org.throughline.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.intake.Progress;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where commands speak: answers to standard output, messages to standard error. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Person person;

    /** Answers and messages go to these streams; whoever sits at the terminal is asked. */
    public Console(PrintStream out, PrintStream err) {
        this(out, err, Console::atTerminal);
    }

    /** Asks this person instead. */
    public Console(PrintStream out, PrintStream err, Person person) {
        this.out = out;
        this.err = err;
        this.person = person;
    }

    /** Somebody who may be asked while a command runs. */
    @FunctionalInterface
    public interface Person {
        /** The line that was typed; empty where nobody is there. */
        Optional<String> answer(String question);
    }

    private static Optional<String> atTerminal(String question) {
        return Optional.ofNullable(System.console()).map(terminal -> terminal.readLine("%s", question));
    }

    /** What somebody types to a question, without blanks around it; empty where nobody is there to type. */
    Optional<String> ask(String question) {
        return person.answer(question).map(String::strip);
    }

    /** Prints the one JSON document of a command, or its lines. */
    public void answer(boolean json, Object document, Supplier<List<String>> lines) {
        if (json) {
            json(document);
        } else {
            lines.get().forEach(out::println);
        }
        out.flush();
    }

    /** Prints a line of the answer. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a message beside the answer. */
    public void tell(String line) {
        err.println(line);
        err.flush();
    }

    void json(Object document) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.println(mapper.writeValueAsString(document));
        out.flush();
    }

    /** Tells how far a long file is, but only a person at a terminal. */
    Progress progress() {
        return System.console() == null
                ? Progress.SILENT
                : (member, records) -> tell(member + ": " + Counted.of(records, "record") + " read");
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }
}
