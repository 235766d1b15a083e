package porchlight.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a command may be given, in the order in which its help shows it. */
final class Options {
  /**
   * One option.
   *
   * @param value what its value is called; empty for one that takes none
   * @param many whether there may be several values, parted by commas
   */
  record Option(String name, String value, boolean many, String about) {}

  private final Map<String, Option> byName = new LinkedHashMap<>();
  private String operand = "";
  private String operandAbout = "";
  private final Map<Integer, String> codes = new LinkedHashMap<>();

  Options flag(String name, String about) {
    return add(new Option(name, "", false, about));
  }

  Options option(String name, String value, String about) {
    return add(new Option(name, value, false, about));
  }

  Options list(String name, String value, String about) {
    return add(new Option(name, value, true, about));
  }

  private Options add(Option option) {
    byName.put(option.name(), option);
    return this;
  }

  /** One word beside the options that must be there. */
  Options operand(String name, String about) {
    operand = name;
    operandAbout = about;
    return this;
  }

  /** What an exit code of this command means. */
  Options code(int code, String about) {
    codes.put(code, about);
    return this;
  }

  Optional<Option> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Collection<Option> all() {
    return byName.values();
  }

  Collection<String> names() {
    return byName.keySet();
  }

  String operand() {
    return operand;
  }

  String operandAbout() {
    return operandAbout;
  }

  Map<Integer, String> codes() {
    return codes;
  }
}
