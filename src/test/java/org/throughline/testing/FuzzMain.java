package org.throughline.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the fuzz test of one class; exits 1 where it found something. Started by {@code .ci/fuzz}. */
public final class FuzzMain {
    private FuzzMain() {}

    /** Runs the class of this name. */
    public static void main(String[] arguments) {
        Launcher launcher = LauncherFactory.create();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(arguments[0]))
                        .build(),
                summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        boolean found = summary.getSummary().getTotalFailureCount() > 0
                || summary.getSummary().getTestsSucceededCount() == 0;
        System.exit(found ? 1 : 0);
    }
}
