package porchlight.gather.windows.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Proxy;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.gather.windows.Registry;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * The proxies that programs on Windows are told of: each person's, the machine's, and services'.
 */
public final class WinProxy {
  private static final String POLICY = "HKLM" + InternetSettings.POLICY;
  private static final String SESSION =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
  private static final String ALL = "HKU\\*";
  private static final String[] VALUES = {"ProxyEnable", "ProxyServer", "AutoConfigURL"};

  static final ReadRegistry PER_PERSON =
      new ReadRegistry(
          POLICY, "ProxySettingsPerUser", "ProxyEnable", "ProxyServer", "AutoConfigURL");
  static final ReadRegistry PEOPLES_POLICY =
      new ReadRegistry(ALL + InternetSettings.POLICY, VALUES);
  static final ReadRegistry PEOPLE = new ReadRegistry(ALL + InternetSettings.KEY, VALUES);
  static final ReadRegistry PEOPLE_FLAGS =
      new ReadRegistry(ALL + InternetSettings.CONNECTIONS, "*");
  static final ReadRegistry MACHINE = new ReadRegistry("HKLM" + InternetSettings.KEY, VALUES);
  static final ReadRegistry MACHINE_FLAGS =
      new ReadRegistry("HKLM" + InternetSettings.CONNECTIONS, InternetSettings.FLAGS);
  static final ReadRegistry ENVIRONMENTS =
      new ReadRegistry(ALL + "\\Environment", ProxyVariables.NAMES);
  static final ReadRegistry ENVIRONMENT = new ReadRegistry(SESSION, ProxyVariables.NAMES);

  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          PER_PERSON,
          PEOPLES_POLICY,
          Adapters.NATIVE,
          PEOPLE,
          PEOPLE_FLAGS,
          MACHINE,
          MACHINE_FLAGS,
          WpadSwitch.SWITCH,
          WpadSwitch.SERVICE,
          ENVIRONMENTS,
          ENVIRONMENT,
          WinHttp.NATIVE,
          WinHttpPrint.SHOW);

  private static final String SETTINGS = "Windows' settings";

  private final Machine machine;
  private final LinkedHashSet<Setting> settings = new LinkedHashSet<>();
  private Optional<Unseen> unseen = Optional.empty();

  private WinProxy(Machine machine) {
    this.machine = machine;
  }

  public static Reading<Proxy> read(Machine machine) {
    var proxies = new WinProxy(machine);
    proxies.windows();
    proxies.add("WinHTTP", "", WinHttp.read(machine));
    proxies.environment();
    return Reading.known(new Proxy(List.copyOf(proxies.settings), proxies.unseen));
  }

  private void add(String where, String person, Reading<List<Way>> ways) {
    switch (ways) {
      case Known<List<Way>>(var known) ->
          known.forEach(way -> add(new Setting(where, person, way)));
      case Unknown<List<Way>>(var reason, var detail) -> missed(reason, detail);
    }
  }

  private void add(Setting setting) {
    if (setting.way() instanceof Way.Discovered && WpadSwitch.isOff(machine)) {
      missed(
          Reason.NOT_SUPPORTED,
          "the network is to be asked for a proxy (WPAD), which Windows has switched off for"
              + " services; whether other programs ask is not told");
    } else {
      settings.add(setting);
    }
  }

  private void missed(Reason reason, String detail) {
    // What somebody can do something about comes first.
    if (unseen.isEmpty() || reason == Reason.NEEDS_PRIVILEGE) {
      unseen = Optional.of(new Unseen(reason, detail));
    }
  }

  /** A company may have everybody use the machine's settings; the persons' do not count then. */
  private void windows() {
    Reading<Registry> policy = Registry.read(machine, PER_PERSON);
    add("a policy", "", policy.flatMap(values -> InternetSettings.plain(values, POLICY)));
    Reading<Optional<Long>> perPerson =
        policy.flatMap(values -> values.number(POLICY, "ProxySettingsPerUser"));
    boolean isOfMachine =
        perPerson instanceof Known<Optional<Long>>(var number) && number.orElse(1L) == 0;
    if (perPerson instanceof Unknown<Optional<Long>> unknown) {
      add(SETTINGS, "", unknown.as());
    }
    if (isOfMachine || perPerson instanceof Unknown) {
      add(
          SETTINGS,
          "",
          Registry.read(machine, MACHINE)
              .flatMap(values ->
                  Registry.read(machine, MACHINE_FLAGS)
                      .flatMap(flags -> InternetSettings.read(values, flags, "HKLM"))));
    }
    if (!isOfMachine) {
      people();
    }
  }

  private void people() {
    switch (Registry.read(machine, PEOPLE)) {
      case Unknown<Registry> unknown -> add(SETTINGS, "", unknown.as());
      case Known<Registry>(var values) -> {
        Reading<Registry> flags = Registry.read(machine, PEOPLE_FLAGS);
        Reading<Registry> policies = Registry.read(machine, PEOPLES_POLICY);
        for (String person : values.people()) {
          add(
              SETTINGS,
              person,
              flags.flatMap(known -> InternetSettings.read(values, known, "HKU\\" + person)));
          add(
              "a policy",
              person,
              policies.flatMap(known ->
                  InternetSettings.plain(known, "HKU\\" + person + InternetSettings.POLICY)));
          add(
              "a connection of its own",
              person,
              flags.flatMap(known -> ifDialled(InternetSettings.dialled(known, "HKU\\" + person))));
        }
        if (values.people().isEmpty()) {
          add(
              SETTINGS,
              "",
              Reading.unknown(
                  Reason.NOT_SUPPORTED, "nobody is logged in, so nobody's settings are seen"));
        }
      }
    }
  }

  /** Nobody goes through the proxy of a line that is not up. */
  private Reading<List<Way>> ifDialled(Reading<List<Way>> ways) {
    if (ways.equals(Reading.known(List.of()))) {
      return ways;
    }
    return Adapters.told(machine)
        .flatMap(adapters ->
            adapters.stream()
                    .filter(Adapter::isUp)
                    .anyMatch(one -> AdapterKind.of(one) instanceof AdapterKind.Dialled)
                ? ways
                : Reading.known(List.of()));
  }

  private void environment() {
    add(
        "the environment",
        "",
        Registry.read(machine, ENVIRONMENT)
            .flatMap(values -> ProxyVariables.read(values, SESSION)));
    switch (Registry.read(machine, ENVIRONMENTS)) {
      case Unknown<Registry> unknown -> add("the environment", "", unknown.as());
      case Known<Registry>(var values) ->
          values
              .people()
              .forEach(person ->
                  add(
                      "the environment",
                      person,
                      ProxyVariables.read(values, "HKU\\" + person + "\\Environment")));
    }
  }
}
