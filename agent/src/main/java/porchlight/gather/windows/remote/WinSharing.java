package porchlight.gather.windows.remote;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Sharing;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;
import porchlight.machine.ReadWmi;

/** What a Windows laptop, and the people who are signed in, offer to those around. */
public final class WinSharing {
  private static final String SERVER =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters";
  private static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa";
  private static final String NEAR = "Software\\Microsoft\\Windows\\CurrentVersion\\CDP";
  private static final String CHOICE = "NearShareChannelUserAuthzPolicy";

  static final ReadServices SERVICES =
      new ReadServices("LanmanServer", "SharedAccess", "WMPNetworkSvc", "srv");
  static final ReadRegistry FILES = new ReadRegistry(SERVER, "RestrictNullSessAccess", "SMB1");
  static final ReadRegistry ANONYMOUS = new ReadRegistry(LSA, "EveryoneIncludesAnonymous");
  static final ReadWmi GUEST =
      new ReadWmi("ROOT\\CIMV2", "Win32_UserAccount", List.of("Disabled"))
          .where("LocalAccount=TRUE and SID like 'S-1-5-21-%-501'");
  static final ReadWmi FEATURE =
      new ReadWmi("ROOT\\CIMV2", "Win32_OptionalFeature", List.of("InstallState"))
          .where("Name='SMB1Protocol-Server'");
  static final ReadRegistry NEARBY = new ReadRegistry("HKU\\*\\" + NEAR, CHOICE);

  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(SERVICES, FILES, ANONYMOUS, GUEST, FEATURE, NEARBY);

  private WinSharing() {}

  public static Reading<Sharing> read(Machine machine) {
    Reading<List<Block>> services = Blocks.read(machine, SERVICES);
    return Reading.known(
        new Sharing(
            List.of(
                new Offer(Kind.GUEST_FILES, guests(machine, services)),
                new Offer(
                    Kind.INTERNET,
                    unlessOff(
                        services,
                        "SharedAccess",
                        "its service runs, which virtual machines use as well")),
                new Offer(
                    Kind.MEDIA,
                    unlessOff(services, "WMPNetworkSvc", "it runs, and for whom is not told")),
                new Offer(Kind.NEARBY, nearby(machine)),
                new Offer(Kind.SMB1, smb1(machine, services)))));
  }

  /** Whether it is there and not stopped. */
  private static Reading<Boolean> runs(Reading<List<Block>> services, String name) {
    return services.flatMap(blocks -> {
      String state =
          blocks.stream()
              .filter(block -> block.name().equalsIgnoreCase(name))
              .findFirst()
              .flatMap(block -> block.text("state"))
              .orElse("");
      return switch (state) {
        case "1", "absent" -> Reading.known(false);
        case "2", "3", "4", "5", "6", "7" -> Reading.known(true);
        default -> Answers.notUnderstood(SERVICES, "the state of " + name + " is " + state);
      };
    });
  }

  private static Reading<Audience> unlessOff(
      Reading<List<Block>> services, String name, String otherwise) {
    return runs(services, name)
        .flatMap(on ->
            on ? Reading.unknown(Reason.NOT_SUPPORTED, otherwise) : Reading.known(Audience.NOBODY));
  }

  /** Without a password: as the guest, or as nobody at all. */
  private static Reading<Audience> guests(Machine machine, Reading<List<Block>> services) {
    return runs(services, "LanmanServer")
        .flatMap(on ->
            on
                ? Registry.read(machine, FILES)
                    .flatMap(files -> files.number(SERVER, "RestrictNullSessAccess"))
                    .flatMap(restricted ->
                        Registry.read(machine, ANONYMOUS)
                            .flatMap(lsa -> lsa.number(LSA, "EveryoneIncludesAnonymous"))
                            .flatMap(all ->
                                restricted.orElse(1L) == 0 || all.orElse(0L) != 0
                                    ? Reading.known(Audience.EVERYBODY)
                                    : guest(machine)))
                : Reading.known(Audience.NOBODY));
  }

  private static Reading<Audience> guest(Machine machine) {
    return Wmi.read(machine, GUEST)
        .flatMap(accounts ->
            accounts.size() == 1
                ? accounts.getFirst().truth("Disabled")
                : Answers.<Optional<Boolean>>notUnderstood(GUEST, accounts.size() + " guests"))
        .flatMap(disabled ->
            disabled
                .<Reading<Audience>>map(
                    off -> Reading.known(off ? Audience.NOBODY : Audience.EVERYBODY))
                .orElseGet(() -> Answers.notUnderstood(GUEST, "not told whether it is off")));
  }

  /** The widest that somebody chose; how it comes is not written anywhere. */
  private static Reading<Audience> nearby(Machine machine) {
    return Registry.read(machine, NEARBY)
        .flatMap(registry -> {
          Reading<Audience> widest =
              Reading.unknown(Reason.NOT_SUPPORTED, "nobody is signed in now");
          for (String person : registry.people()) {
            Reading<Audience> one = chosen(registry, person);
            if (one.equals(Reading.known(Audience.EVERYBODY))) {
              return one;
            }
            widest = person.equals(registry.people().getFirst()) ? one : wider(widest, one);
          }
          return widest;
        });
  }

  private static Reading<Audience> wider(Reading<Audience> one, Reading<Audience> other) {
    return one instanceof Known<Audience>(var first) && other instanceof Known<Audience>(var second)
        ? Reading.known(first.compareTo(second) > 0 ? first : second)
        : one instanceof Unknown<Audience> ? one : other;
  }

  private static Reading<Audience> chosen(Registry registry, String person) {
    if (registry.denied("HKU\\" + person)) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE, "the settings of other people may not be read");
    }
    return registry
        .number("HKU\\" + person + "\\" + NEAR, CHOICE)
        .flatMap(number ->
            switch (number.map(String::valueOf).orElse("")) {
              case "0" -> Reading.known(Audience.NOBODY);
              case "1" -> Reading.known(Audience.CHOSEN);
              case "2" -> Reading.known(Audience.EVERYBODY);
              default ->
                  Answers.notUnderstood(
                      NEARBY, "it was never set, and what Windows then does is not told");
            });
  }

  /** Nothing serves it without its driver; with it, it is on unless it was turned off. */
  private static Reading<Audience> smb1(Machine machine, Reading<List<Block>> services) {
    return driver(services)
        .flatMap(there ->
            there
                ? Registry.read(machine, FILES)
                    .flatMap(files -> files.number(SERVER, "SMB1"))
                    .flatMap(number ->
                        number.orElse(1L) == 0 ? Reading.known(Audience.NOBODY) : feature(machine))
                : Reading.known(Audience.NOBODY));
  }

  private static Reading<Boolean> driver(Reading<List<Block>> services) {
    return services.flatMap(blocks -> {
      Optional<Block> driver =
          blocks.stream().filter(block -> block.name().equalsIgnoreCase("srv")).findFirst();
      return driver.flatMap(block -> block.text("state")).isEmpty()
          ? Answers.notUnderstood(SERVICES, "the driver of SMB 1 is not told of")
          : Reading.known(
              !driver.flatMap(block -> block.text("state")).equals(Optional.of("absent"))
                  && !driver.flatMap(block -> block.text("start")).equals(Optional.of("4")));
    });
  }

  private static Reading<Audience> feature(Machine machine) {
    return Wmi.read(machine, FEATURE)
        .flatMap(features ->
            switch (features.size() == 1
                ? features.getFirst().text("InstallState").orElse("")
                : "") {
              case "1" -> Reading.known(Audience.EVERYBODY);
              case "2", "3" -> Reading.known(Audience.NOBODY);
              default -> Answers.notUnderstood(FEATURE, features.size() + " features");
            });
  }
}
