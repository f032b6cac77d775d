package io.github.ipsecmaven.fleet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the same with many things at a time. No thread outlives the call. */
final class InParallel {

    private InParallel() {}

    interface Work<T, R> {
        R on(T item) throws IOException;
    }

    /**
     * Works on every item; after a failure no further one is begun.
     *
     * @return the results in the order of the items
     */
    static <T, R> List<R> map(int threads, List<T> items, Work<T, R> work) throws IOException {
        if (threads == 1 || items.size() < 2) {
            List<R> results = new ArrayList<>();
            for (T item : items) {
                results.add(work.on(item));
            }
            return results;
        }
        List<R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                    results.set(i, work.on(items.get(i)));
                }
                return null;
            } catch (Throwable e) {
                next.set(items.size());
                throw e;
            }
        };
        run(Collections.nCopies(Math.min(threads, items.size()), worker));
        return results;
    }

    private static void run(List<Callable<Void>> workers) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(workers.size());
        try {
            for (Future<Void> worker : pool.invokeAll(workers)) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while clusters were compiled");
        } finally {
            pool.shutdownNow();
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
