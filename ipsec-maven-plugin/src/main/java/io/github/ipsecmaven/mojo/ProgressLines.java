package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.fleet.Fleet;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.maven.plugin.logging.Log;

/** A line now and then about a run that takes long. */
final class ProgressLines implements Fleet.Progress {

    private static final long PAUSE_NANOS = 3_000_000_000L;

    private final Log log;
    private final AtomicLong last = new AtomicLong(System.nanoTime());

    ProgressLines(Log log) {
        this.log = log;
    }

    @Override
    public void done(int clusters, int all) {
        long before = last.get();
        long now = System.nanoTime();
        if (clusters < all && now - before > PAUSE_NANOS && last.compareAndSet(before, now)) {
            log.info(clusters + " of " + all + " clusters are compiled");
        }
    }
}
