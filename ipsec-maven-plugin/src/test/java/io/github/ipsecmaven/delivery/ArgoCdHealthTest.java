package io.github.ipsecmaven.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.testkit.Yaml;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LoadState;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.BaseLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;

/** The emitted Lua, run with the libraries that Argo CD opens ({@code util/lua/lua.go}): base and table, not string. */
class ArgoCdHealthTest {

    private static Path output;

    @BeforeAll
    static void compile() throws Exception {
        output = SampleFleet.get().output();
    }

    static Stream<RecordedStatus> judged() {
        return RecordedStatus.all().stream().filter(status -> !status.argocd().equals("none"));
    }

    @ParameterizedTest
    @MethodSource("judged")
    void aStatusHasTheHealthThatItMeans(RecordedStatus status) {
        Map<String, Object> object = status.object();
        if (status.kind().equals("MachineConfigPool")) {
            Map<String, Object> metadata = Yaml.map(object.get("metadata"));
            Map<String, Object> wait = Yaml.read(output.resolve("argocd/three-nodes/wait-worker.yaml"));
            metadata.put("annotations", Yaml.map(wait.get("metadata")).get("annotations"));
            object.put("metadata", metadata);
        }
        LuaTable answer = health(status.kind(), object);
        assertEquals(status.argocd(), answer.get("status").tojstring(), answer.get("message").tojstring());
        assertFalse(answer.get("message").isnil());
    }

    @Test
    void aPoolThatAwaitsNothingIsJudgedByItsConditions() {
        RecordedStatus done = judged().filter(status -> status.toString().equals("MachineConfigPool, done"))
                .findFirst().orElseThrow();
        assertEquals("Healthy", health("MachineConfigPool", done.object()).get("status").tojstring());
    }

    @Test
    void aPoolSaysWhatItLacks() {
        Map<String, Object> object = judged()
                .filter(status -> status.name().startsWith("ours are there")).findFirst().orElseThrow().object();
        object.put("metadata", Map.of("annotations",
                Map.of("ipsec-maven.github.io/await-1", "80-ipsec-worker-extensions")));
        assertEquals("The nodes do not have 80-ipsec-worker-extensions yet",
                health("MachineConfigPool", object).get("message").tojstring());
    }

    @Test
    void bothFormsHoldTheSameChecks() {
        Map<String, Object> configMap = new LinkedHashMap<>();
        for (Object check : checks()) {
            Map<String, Object> entry = Yaml.map(check);
            configMap.put("resource.customizations.health." + entry.get("group") + "_" + entry.get("kind"),
                    entry.get("check"));
        }
        assertEquals(configMap, Yaml.read(output.resolve("argocd/fleet/health/upstream/argocd-cm.yaml")).get("data"));
    }

    @Test
    void thisLuaHasNoStringLibrary() {
        assertTrue(sandbox().get("string").isnil());
        assertThrows(LuaError.class, () -> sandbox().load("return ('x'):sub(1)").call());
    }

    private static LuaTable health(String kind, Map<String, Object> object) {
        String script = checks().stream().map(Yaml::map).filter(check -> check.get("kind").equals(kind))
                .map(check -> (String) check.get("check")).findFirst().orElseThrow();
        Globals lua = sandbox();
        lua.set("obj", lua(object));
        return lua.load(script, kind).call().checktable();
    }

    private static List<Object> checks() {
        Map<String, Object> argocd = Yaml.read(output.resolve("argocd/fleet/health/openshift/argocd.yaml"));
        return Yaml.list(Yaml.map(argocd.get("spec")).get("resourceHealthChecks"));
    }

    private static Globals sandbox() {
        Globals lua = new Globals();
        lua.load(new BaseLib());
        lua.load(new PackageLib());
        lua.load(new TableLib());
        lua.set("package", LuaValue.NIL);
        lua.set("require", LuaValue.NIL);
        LoadState.install(lua);
        LuaC.install(lua);
        return lua;
    }

    private static LuaValue lua(Object value) {
        if (value instanceof Map<?, ?> map) {
            LuaTable table = new LuaTable();
            map.forEach((key, entry) -> table.set((String) key, lua(entry)));
            return table;
        }
        if (value instanceof List<?> list) {
            return LuaValue.listOf(list.stream().map(ArgoCdHealthTest::lua).toArray(LuaValue[]::new));
        }
        if (value instanceof Integer number) {
            return LuaValue.valueOf(number);
        }
        return value instanceof Boolean flag ? LuaValue.valueOf(flag) : LuaValue.valueOf((String) value);
    }
}
