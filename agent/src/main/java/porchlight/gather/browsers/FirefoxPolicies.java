package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadJson;

/** What a {@code policies.json} says: see Policies.sys.mjs in Firefox. */
public record FirefoxPolicies(Json.Obj policies) {
  static final String FILE = "policies.json";
  static final List<String> MEMBERS = members();

  /** Without any. */
  public static final FirefoxPolicies NONE = new FirefoxPolicies(new Json.Obj(java.util.Map.of()));

  private static final String PREFERENCES = "Preferences";
  private static final List<String> PASSWORDS =
      List.of("PasswordManagerEnabled", "OfferToSaveLogins");
  private static final String PASSWORDS_DEFAULT = "OfferToSaveLoginsDefault";
  private static final String HTTPS = "DNSOverHTTPS";

  /** How firm a value is. */
  enum Force {
    LOCKED,
    USER,
    CLEARED,
    DEFAULT
  }

  /** A value in the words of a preferences file. */
  record Set(String value, Force force) {}

  private static List<String> members() {
    var members = new ArrayList<String>();
    for (String name :
        List.of("PasswordManagerEnabled", "OfferToSaveLogins", "OfferToSaveLoginsDefault")) {
      members.add("policies/" + name);
    }
    for (String name : List.of("Enabled", "Fallback", "Locked")) {
      members.add("policies/DNSOverHTTPS/" + name);
    }
    for (String name : FirefoxPrefs.NAMES) {
      for (String end : List.of("", "/Value", "/Status", "/Type")) {
        members.add("policies/Preferences/" + name + end);
      }
    }
    return List.copyOf(members);
  }

  /** Those of that folder, in which there is the file. */
  public static Reading<FirefoxPolicies> read(Machine machine, String folder) {
    var question = new ReadJson(folder, FILE, MEMBERS, false);
    return Answers.read(
            question, machine.ask(question), said -> Trees.read(said, folder + "/" + FILE))
        .flatMap(file -> {
          Optional<Json> policies = file.get("policies");
          if (policies.isEmpty()) {
            return Reading.known(NONE);
          }
          if (!(policies.get() instanceof Json.Obj all)
              || !(all.get(PREFERENCES).orElse(new Json.Obj(java.util.Map.of()))
                  instanceof Json.Obj)) {
            return Reading.unknown(Reason.NOT_UNDERSTOOD, folder + "/" + FILE + ": not policies");
          }
          return Reading.known(new FirefoxPolicies(all));
        });
  }

  /** What is said of a preference; empty where nothing is. */
  Reading<Optional<Set>> of(String name) {
    if (name.equals(FirefoxPrefs.PASSWORDS)) {
      Optional<Json> locked = Optional.empty();
      for (String policy : PASSWORDS) {
        Optional<Json> value = policies.get(policy);
        if (value.isPresent()) {
          if (locked.isPresent() && !locked.equals(value)) {
            return unclear(name);
          }
          locked = value;
        }
      }
      if (locked.isPresent()) {
        return set(name, locked.get(), Force.LOCKED);
      }
      if (policies.get(PASSWORDS_DEFAULT).isPresent()) {
        return set(name, policies.get(PASSWORDS_DEFAULT).get(), Force.DEFAULT);
      }
    }
    Optional<Json> said = Trees.in(policies, PREFERENCES, name);
    if (name.equals(FirefoxPrefs.NAMES_MODE) && Trees.in(policies, HTTPS, "Enabled").isPresent()) {
      return said.isEmpty() ? overHttps() : unclear(name); // which of the two holds is not known
    }
    if (said.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    if (!(said.get() instanceof Json.Obj one)) {
      return set(name, said.get(), Force.LOCKED); // the old form of it
    }
    Optional<Force> force =
        switch (one.get("Status").orElse(new Json.Str("default"))) {
          case Json.Str(var word) ->
              switch (word) {
                case "locked" -> Optional.of(Force.LOCKED);
                case "user" -> Optional.of(Force.USER);
                case "clear" -> Optional.of(Force.CLEARED);
                case "default" -> Optional.of(Force.DEFAULT);
                default -> Optional.<Force>empty();
              };
          case Json.Obj o -> Optional.<Force>empty();
          case Json.Arr a -> Optional.<Force>empty();
          case Json.Num n -> Optional.<Force>empty();
          case Json.Bool b -> Optional.<Force>empty();
          case Json.Null n -> Optional.<Force>empty();
        };
    if (force.isEmpty()) {
      return unclear(name);
    }
    return force.get() == Force.CLEARED
        ? Reading.known(Optional.of(new Set("", Force.CLEARED)))
        : one.get("Value").map(value -> set(name, value, force.get())).orElse(unclear(name));
  }

  private Reading<Optional<Set>> overHttps() {
    var locked = Trees.in(policies, HTTPS, "Locked").orElse(new Json.Bool(false));
    var fallback = Trees.in(policies, HTTPS, "Fallback").orElse(new Json.Bool(true));
    if (!(Trees.in(policies, HTTPS, "Enabled").orElse(locked) instanceof Json.Bool(var on))
        || !(locked instanceof Json.Bool(var firm))
        || !(fallback instanceof Json.Bool(var back))
        || (!on && !back)) { // Firefox 140 asks over HTTPS then, against the policy's words
      return unclear(FirefoxPrefs.NAMES_MODE);
    }
    String mode = back ? "2" : "3";
    return Reading.known(
        Optional.of(new Set(on ? mode : "5", firm ? Force.LOCKED : Force.DEFAULT)));
  }

  private static Reading<Optional<Set>> set(String name, Json value, Force force) {
    Optional<String> word =
        switch (value) {
          case Json.Bool(var on) -> Optional.of(Boolean.toString(on));
          case Json.Num(var literal) when name.endsWith(".mode") && literal.matches("\\d{1,3}") ->
              Optional.of(literal);
          case Json.Num(var literal) when literal.equals("0") -> Optional.of("false");
          case Json.Num(var literal) when literal.equals("1") -> Optional.of("true");
          case Json.Str(var text) -> Optional.of(text.isEmpty() ? "\"\"" : "\"?\"");
          case Json.Num n -> Optional.<String>empty();
          case Json.Obj o -> Optional.<String>empty();
          case Json.Arr a -> Optional.<String>empty();
          case Json.Null n -> Optional.<String>empty();
        };
    return word.isPresent()
        ? Reading.known(Optional.of(new Set(word.get(), force)))
        : unclear(name);
  }

  private static Reading<Optional<Set>> unclear(String name) {
    return Reading.unknown(
        Reason.NOT_UNDERSTOOD, "a policy says of " + name + " what is not plain");
  }
}
