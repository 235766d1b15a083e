package porchlight.gather.windows.upkeep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.gather.windows.Wmi;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadWmi;

/**
 * Who may set up and change this Windows: a management server (MDM), a domain, or the directory of
 * a company (Entra). An administrator agreed to each.
 */
public final class WinManagement {
  private static final String ENROLMENTS = "HKLM\\SOFTWARE\\Microsoft\\Enrollments";
  private static final String JOINED =
      "HKLM\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo";

  static final ReadRegistry SERVERS =
      new ReadRegistry(
          ENROLMENTS + "\\*", "EnrollmentState", "ProviderID", "DiscoveryServiceFullURL");
  static final ReadRegistry DIRECTORY = new ReadRegistry(JOINED + "\\*");
  static final ReadWmi DOMAIN =
      new ReadWmi("ROOT\\CIMV2", "Win32_ComputerSystem", List.of("PartOfDomain", "Domain"));

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(SERVERS, DIRECTORY, DOMAIN);

  private static final long ENROLLED = 1;
  private static final Pattern HOST =
      Pattern.compile("https?://(?:[^/@\\s]*@)?([A-Za-z0-9._-]{1,253})(?:[:/].*)?");

  private WinManagement() {}

  /** Where several manage it, none of them is named: a policy's list must not excuse the others. */
  public static Reading<Management> read(Machine machine) {
    return Registry.read(machine, SERVERS)
        .flatMap(WinManagement::servers)
        .flatMap(servers ->
            Wmi.read(machine, DOMAIN)
                .flatMap(WinManagement::domain)
                .flatMap(domain ->
                    Registry.read(machine, DIRECTORY)
                        .map(registry -> !registry.subkeys(JOINED).isEmpty())
                        .map(directory -> of(servers, domain, directory))));
  }

  private static Management of(Set<String> servers, Optional<String> domain, boolean directory) {
    var all = new LinkedHashSet<>(servers);
    domain.ifPresent(all::add);
    if (all.isEmpty()) {
      return directory ? new Management.Enrolled("", true) : new Management.NotEnrolled();
    }
    return new Management.Enrolled(all.size() == 1 ? all.getFirst() : "", true);
  }

  /** Keys without a provider or with another state are left over, or hold no device. */
  private static Reading<Set<String>> servers(Registry registry) {
    Set<String> servers = new LinkedHashSet<>();
    for (String id : registry.subkeys(ENROLMENTS)) {
      String key = ENROLMENTS + "\\" + id;
      Reading<Optional<String>> provider = registry.text(key, "ProviderID");
      Reading<Optional<Long>> state = registry.number(key, "EnrollmentState");
      Reading<Optional<String>> server =
          registry.text(key, "DiscoveryServiceFullURL").map(WinManagement::host);
      Reading<Optional<String>> one =
          provider.flatMap(by ->
              state.flatMap(is ->
                  server.map(host ->
                      by.filter(text -> !text.isBlank()).isPresent()
                              && is.equals(Optional.of(ENROLLED))
                          ? Optional.of(host.orElse(""))
                          : Optional.<String>empty())));
      switch (one) {
        case Reading.Known<Optional<String>>(var host) -> host.ifPresent(servers::add);
        case Reading.Unknown<Optional<String>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(servers);
  }

  private static Optional<String> host(Optional<String> url) {
    Matcher host = HOST.matcher(url.orElse("").strip());
    return host.matches() ? Optional.of(host.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static Reading<Optional<String>> domain(List<Wmi.Instance> computers) {
    if (computers.size() != 1) {
      return Answers.notUnderstood(DOMAIN, computers.size() + " computers");
    }
    String domain = computers.getFirst().text("Domain").orElse("").strip().toLowerCase(Locale.ROOT);
    return computers
        .getFirst()
        .truth("PartOfDomain")
        .flatMap(member ->
            member.isPresent()
                ? Reading.known(
                    member.get() ? Optional.of(Answers.brief(domain)) : Optional.<String>empty())
                : Answers.notUnderstood(DOMAIN, "PartOfDomain is not told"));
  }
}
