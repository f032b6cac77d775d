package io.github.ipsecmaven.plan;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the nodes of a pool go through, one batch after the other; everything that shares one reboot is one rollout.
 *
 * @param times how often each node reboots at least; 0 where none does
 * @param timesUnlessPaused how often where the pool is not paused until all that is to share a reboot has arrived
 * @param actions what each node does where it does not reboot, in words, in order
 * @param drain whether each node is drained first
 * @param paused whether the spec says that the pool is paused: then nothing happens until it is resumed
 * @param estimate how many nodes, and how many at a time
 * @param tunnels those that are up and end on nodes of the pool
 * @param causes the objects that make it happen
 */
public record Rollout(
        String pool,
        int times,
        int timesUnlessPaused,
        List<String> actions,
        boolean drain,
        boolean paused,
        Estimate estimate,
        SortedSet<Tunnel> tunnels,
        List<Subject> causes) {

    public Rollout {
        actions = List.copyOf(actions);
        tunnels = new TreeSet<>(tunnels);
        causes = List.copyOf(causes);
    }

    public boolean reboots() {
        return times > 0;
    }
}
