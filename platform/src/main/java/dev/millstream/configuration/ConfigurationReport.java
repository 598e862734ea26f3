package dev.millstream.configuration;

import java.util.List;

/**
 * What {@link OptionCatalog#check} has found, as sentences for people.
 *
 * @param errors unknown keys, each with the nearest known one, and values of a wrong type
 * @param warnings outdated keys, each with the one to use
 */
public record ConfigurationReport(List<String> errors, List<String> warnings) {
    public ConfigurationReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean isValid() {
        return errors.isEmpty();
    }
}
