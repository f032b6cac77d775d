package io.github.ipsecmaven.plan.machineconfig;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the untyped bodies of objects; what is not there is empty. */
final class Json {

    private Json() {}

    static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static List<Map<?, ?>> maps(Object value) {
        return list(value).stream().<Map<?, ?>>map(Json::map).toList();
    }

    static List<String> texts(Object value) {
        return list(value).stream().map(String::valueOf).toList();
    }

    static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(String::valueOf);
    }
}
