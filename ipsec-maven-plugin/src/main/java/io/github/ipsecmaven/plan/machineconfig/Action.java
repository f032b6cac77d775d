package io.github.ipsecmaven.plan.machineconfig;

import java.util.Optional;

/**
 * What a node does after its files were written.
 *
 * @param type as the API writes it
 * @param service the service that is reloaded or restarted
 */
public record Action(String type, Optional<String> service) {

    /** Drains the node and reboots it. */
    public static final Action REBOOT = new Action("Reboot", Optional.empty());

    public static final Action NONE = new Action("None", Optional.empty());

    static Action restart(String service) {
        return new Action("Restart", Optional.of(service));
    }

    static Action reload(String service) {
        return new Action("Reload", Optional.of(service));
    }

    boolean drains() {
        return type.equals("Reboot") || type.equals("Drain");
    }

    /** In words: {@code Restart ipsec-import.service}. */
    public String describe() {
        return service.map(name -> type + " " + name).orElse(type);
    }
}
