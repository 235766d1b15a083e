package porchlight.gather.browsers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import porchlight.facts.PhishingProtection.Names;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Told;
import porchlight.gather.browsers.FirefoxPolicies.Force;
import porchlight.machine.Machine;

/**
 * What holds in a profile of Firefox: what is locked, else what the person chose ({@code user.js}
 * before {@code prefs.js}), else what an administrator set for everybody, else on.
 */
final class Firefox {
  private Firefox() {}

  static Reading<Effective> warnings(Machine machine, Policies policies, Profile profile) {
    return effective(
        machine,
        policies,
        profile,
        (install, own) -> {
          for (String list : FirefoxPrefs.LISTS) {
            Reading<Optional<String>> changed =
                value(install, own, list).map(told -> told.map(Said::value));
            if (!changed.equals(Reading.known(Optional.empty()))) {
              return Reading.unknown(
                  Reason.NOT_UNDERSTOOD,
                  "where Firefox's lists of dangerous pages come from was changed");
            }
          }
          return truth(install, own, FirefoxPrefs.PHISHING)
              .flatMap(phishing ->
                  phishing.on()
                      ? truth(install, own, FirefoxPrefs.MALWARE)
                      : Reading.known(phishing));
        });
  }

  static Reading<Effective> passwords(Machine machine, Policies policies, Profile profile) {
    return effective(
        machine, policies, profile, (install, own) -> truth(install, own, FirefoxPrefs.PASSWORDS));
  }

  /** Names: what the person chose, else what Firefox found best (TRRServiceBase.cpp). */
  static Reading<Names> names(Machine machine, Policies policies, Profile profile) {
    return judged(machine, policies, profile, Firefox::names, Names::getClass);
  }

  private static Reading<Names> names(FirefoxInstall install, FirefoxPrefs own) {
    return withoutScript(install, own)
        .flatMap(plain -> value(install, own, FirefoxPrefs.NAMES_MODE))
        .flatMap(mode ->
            value(install, own, FirefoxPrefs.ROLLED_OUT_MODE)
                .flatMap(found ->
                    value(install, own, FirefoxPrefs.ROLLED_OUT)
                        .flatMap(itself -> names(mode, found, itself))));
  }

  private static Reading<Names> names(
      Optional<Said> mode, Optional<Said> found, Optional<Said> itself) {
    String number = mode.map(Said::value).orElse("0");
    String foundBest = found.map(Said::value).orElse("0");
    String looks = itself.map(Said::value).orElse("false");
    if (!number.matches("\\d{1,3}")
        || !foundBest.matches("\\d{1,3}")
        || !looks.matches("true|false")) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "whom Firefox asks for names is set to what is not plain");
    }
    String by = mode.map(Said::by).orElse(Effective.DEFAULT);
    return Reading.known(
        switch (Integer.parseInt(number)) {
          case 0 ->
              !looks.equals("false") || foundBest.equals("2") || foundBest.equals("3")
                  ? new Names.Perhaps(Effective.DEFAULT)
                  : new Names.Laptops(by);
          case 2, 3 -> new Names.Own(by);
          default -> new Names.Laptops(by); // none of the others does
        });
  }

  private interface Judge<T> {
    Reading<T> of(FirefoxInstall install, FirefoxPrefs own);
  }

  private record Said(String value, String by) {}

  private static Reading<Effective> effective(
      Machine machine, Policies policies, Profile profile, Judge<Effective> judge) {
    return judged(machine, policies, profile, judge, Effective::on);
  }

  private static <T> Reading<T> judged(
      Machine machine,
      Policies policies,
      Profile profile,
      Judge<T> judge,
      Function<T, ? extends Object> what) {
    return own(machine, profile)
        .flatMap(own ->
            policies
                .firefox(machine, profile)
                .flatMap(installs ->
                    Effective.agreed(
                        installs.stream().map(install -> judge.of(install, own)).toList(),
                        what,
                        "which of several policies this Firefox obeys is not known")));
  }

  private static Reading<FirefoxPrefs> own(Machine machine, Profile profile) {
    FirefoxPrefs own = FirefoxPrefs.NONE;
    var files = new ArrayList<>(List.of(FirefoxProfiles.PREFS));
    if (profile.files().has(profile.file(FirefoxProfiles.USER))) {
      files.add(FirefoxProfiles.USER);
    }
    for (String file : files) {
      var question = profile.person().home().prefs(profile.file(file), FirefoxPrefs.NAMES);
      String called = "Firefox's " + file;
      switch (Told.read(
          question, called, machine.ask(question), said -> FirefoxPrefs.read(said, called))) {
        case Reading.Known<FirefoxPrefs>(var prefs) -> own = own.then(prefs);
        case Reading.Unknown<FirefoxPrefs> unknown -> {
          return unknown;
        }
      }
    }
    return Reading.known(own);
  }

  private static Reading<Effective> truth(FirefoxInstall install, FirefoxPrefs own, String name) {
    return withoutScript(install, own)
        .flatMap(plain -> value(install, own, name))
        .flatMap(said -> {
          String value = said.map(Said::value).orElse("true");
          return value.equals("true") || value.equals("false")
              ? Reading.known(
                  new Effective(value.equals("true"), said.map(Said::by).orElse(Effective.DEFAULT)))
              : Reading.unknown(Reason.NOT_UNDERSTOOD, name + " is neither true nor false");
        });
  }

  /** A script may set anything. */
  private static Reading<Boolean> withoutScript(FirefoxInstall install, FirefoxPrefs own) {
    return value(install, own, FirefoxPrefs.SCRIPT)
                instanceof Reading.Known<Optional<Said>>(var script)
            && script.isEmpty()
        ? Reading.known(true)
        : Reading.unknown(
            Reason.NOT_SUPPORTED,
            "an administrator's script (AutoConfig) decides on Firefox's settings");
  }

  private static Reading<Optional<Said>> value(
      FirefoxInstall install, FirefoxPrefs own, String name) {
    if (own.standard(name).isPresent()) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD, "a default stands in a profile of Firefox: " + name);
    }
    return install.policies().of(name).map(policy -> value(install.prefs(), own, name, policy));
  }

  private static Optional<Said> value(
      FirefoxPrefs system, FirefoxPrefs own, String name, Optional<FirefoxPolicies.Set> policy) {
    Optional<Force> force = policy.map(FirefoxPolicies.Set::force);
    Optional<Said> byPolicy = policy.map(one -> new Said(one.value(), Effective.POLICY));
    boolean locked = system.locked().contains(name);
    if (force.equals(Optional.of(Force.LOCKED))
        || (locked && force.equals(Optional.of(Force.DEFAULT)))) {
      return byPolicy;
    }
    Optional<Said> standard = system.standard(name).map(value -> new Said(value, Effective.POLICY));
    if (locked) {
      return standard;
    }
    Optional<Said> chosen = own.chosen(name).map(value -> new Said(value, Effective.SETTING));
    return switch (force.orElse(Force.DEFAULT)) {
      case LOCKED, USER -> byPolicy;
      case CLEARED -> standard;
      case DEFAULT -> chosen.or(() -> byPolicy).or(() -> standard);
    };
  }
}
