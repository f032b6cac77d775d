package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.MisspelledParameter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The properties that the user gave Maven for this run. */
final class CommandLine {

    private static final String OURS = "${ipsec.";

    private CommandLine() {}

    /**
     * Refuses a property that is no parameter of any goal, and nearly one; and a switch that is neither on nor off, of
     * which Maven makes off.
     */
    static void check(Properties properties, PluginDescriptor plugin) throws MojoFailureException {
        Map<String, String> types = parameters(plugin);
        Optional<MisspelledParameter> misspelled =
                MisspelledParameter.among(properties.stringPropertyNames(), types.keySet());
        if (misspelled.isPresent()) {
            throw new MojoFailureException("there is no parameter " + misspelled.get().given() + "; did you mean "
                    + misspelled.get().meant() + "?");
        }
        for (Map.Entry<String, String> parameter : types.entrySet()) {
            String value = properties.getProperty(parameter.getKey(), "");
            if (parameter.getValue().equals("boolean") && !isSwitch(value)) {
                throw new MojoFailureException(parameter.getKey() + " is '" + value + "'; it may be true or false");
            }
        }
    }

    private static boolean isSwitch(String value) {
        return value.isEmpty() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    /** The type of each parameter of any goal, by its property. */
    private static Map<String, String> parameters(PluginDescriptor plugin) {
        Map<String, String> parameters = new TreeMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String value = parameter.getValue("");
                if (value.startsWith(OURS)) {
                    parameters.put(value.substring("${".length(), value.length() - "}".length()),
                            parameter.getAttribute("implementation", ""));
                }
            }
        }
        return parameters;
    }
}
