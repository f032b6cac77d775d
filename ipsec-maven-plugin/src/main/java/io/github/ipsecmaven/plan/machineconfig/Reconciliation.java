package io.github.ipsecmaven.plan.machineconfig;

import java.util.List;
import java.util.Map;

/**
 * What the operator cannot change on a node that runs: machine-config-operator, {@code
 * pkg/controller/common/reconcile.go}.
 */
final class Reconciliation {

    private static final String FORCE_FILE = "/run/machine-config-daemon-force";
    private static final List<String> IMMUTABLE = List.of("disks", "filesystems", "raid", "luks", "directories");

    private Reconciliation() {}

    static void check(Rendered from, Rendered to) throws RefusedException {
        for (Map<?, ?> file : to.files()) {
            ConfigCheck.file(file);
        }
        passwd(from.passwd(), to.passwd());
        for (String section : IMMUTABLE) {
            if (!Json.list(from.storage().get(section)).equals(Json.list(to.storage().get(section)))) {
                throw new RefusedException("storage." + section + " cannot change on a running node");
            }
        }
        List<?> links = Json.list(to.storage().get("links"));
        if (!links.isEmpty() && !links.equals(Json.list(from.storage().get("links")))) {
            throw new RefusedException("storage.links may go as a whole and cannot change otherwise");
        }
        for (Map<?, ?> file : to.files()) {
            if (file.containsKey("append")) {
                throw new RefusedException(file.get("path") + " is appended to, which cannot be repeated");
            }
            if (FORCE_FILE.equals(file.get("path"))) {
                throw new RefusedException(FORCE_FILE + " is the operator's own");
            }
        }
        if (from.fips() != to.fips()) {
            throw new RefusedException("FIPS cannot change on a running node");
        }
    }

    private static void passwd(Map<?, ?> from, Map<?, ?> to) throws RefusedException {
        if (!Json.list(from.get("groups")).equals(Json.list(to.get("groups")))) {
            throw new RefusedException("groups cannot change on a running node");
        }
        List<Map<?, ?>> users = Json.maps(to.get("users"));
        if (users.equals(Json.maps(from.get("users")))) {
            return;
        }
        for (Map<?, ?> user : users) {
            boolean onlyCredentials = user.keySet().stream()
                    .allMatch(List.of("name", "sshAuthorizedKeys", "passwordHash")::contains);
            if (!"core".equals(user.get("name")) || user.size() < 2 || !onlyCredentials) {
                throw new RefusedException("user " + user.get("name")
                        + " cannot change on a running node: only the keys and the password of core can");
            }
        }
    }
}
