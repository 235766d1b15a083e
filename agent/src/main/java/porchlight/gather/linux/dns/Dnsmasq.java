package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;

/**
 * dnsmasq: the servers it passes queries on to, from its arguments and the settings they lead to.
 */
record Dnsmasq(Machine machine) {
  static final ReadFile SETTINGS = new ReadFile("/etc/dnsmasq.conf");
  static final ListFolder FOLDER = new ListFolder("/etc/dnsmasq.d");

  /** Lists of servers that it is usually pointed at; any other place is not read. */
  static final List<ReadFile> LISTS =
      List.of(
          ResolvConf.FILE,
          ResolvConf.BEHIND_STUB,
          new ReadFile("/run/dnsmasq/resolv.conf"),
          new ReadFile("/run/NetworkManager/resolv.conf"),
          new ReadFile("/run/NetworkManager/no-stub-resolv.conf"),
          new ReadFile("/etc/resolv.dnsmasq"),
          new ReadFile("/etc/resolv.dnsmasq.conf"),
          new ReadFile("/etc/dnsmasq-resolv.conf"));

  private static final String NAME = "dnsmasq";

  /** Short options with a value that matters, or with one that has to be skipped. */
  private static final Map<String, String> SHORT =
      Map.of(
          "-r",
          "resolv-file",
          "-7",
          "conf-dir",
          "-C",
          "conf-file",
          "-S",
          "server",
          "-x",
          "pid-file",
          "-u",
          "user",
          "-g",
          "group",
          "-a",
          "listen-address",
          "-i",
          "interface",
          "-p",
          "port");

  /** What was gathered so far. */
  private record Told(List<Upstream> servers, List<String> lists, List<String> flags) {
    Told() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  Reading<List<Upstream>> upstreams(List<String> arguments, IpAddress itself) {
    var told = new Told();
    var lines = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String named = SHORT.get(word);
      if (named != null) {
        i++;
        lines.add(named + "=" + (i < arguments.size() ? arguments.get(i) : ""));
      } else if (word.equals("-R")) {
        lines.add("no-resolv");
      } else if (word.startsWith("--")) {
        lines.add(word.substring(2));
      } else if (!word.matches("-[kdqbnfhDEN]")) {
        return LocalResolver.elsewhere(NAME, "the argument " + word);
      }
    }
    boolean hasFile = lines.stream().anyMatch(line -> line.startsWith("conf-file"));
    if (!hasFile) {
      lines.add("conf-file=" + SETTINGS.path());
    }
    return read(lines, told).flatMap(done -> servers(done, itself));
  }

  private Reading<Told> read(List<String> lines, Told told) {
    for (String raw : lines) {
      String line = raw.replaceAll("(^|\\s)#.*", "").strip();
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      String value = equals < 0 ? "" : line.substring(equals + 1).strip();
      Optional<Unknown<Told>> problem =
          switch (key) {
            case "server", "local" -> server(value, told);
            case "resolv-file" -> add(told.lists, value);
            case "no-resolv" -> add(told.flags, key);
            case "conf-file" -> file(value, told);
            case "conf-dir" -> folder(value, told);
            case "servers-file", "conf-script", "enable-dbus", "enable-ubus" ->
                Optional.of(elsewhere(key));
            case "address" -> value.startsWith("/#/") ? Optional.of(elsewhere(line)) : none();
            default -> none();
          };
      if (problem.isPresent()) {
        return problem.get();
      }
    }
    return Reading.known(told);
  }

  private static Optional<Unknown<Told>> none() {
    return Optional.empty();
  }

  private static Optional<Unknown<Told>> add(List<String> to, String value) {
    to.add(value);
    return none();
  }

  private static Unknown<Told> elsewhere(String what) {
    return LocalResolver.<Told>elsewhere(NAME, what) instanceof Unknown<Told> unknown
        ? unknown
        : new Unknown<>(porchlight.facts.Reason.NOT_SUPPORTED, what);
  }

  /** Servers for some names only, {@code /corp.example/10.0.0.1}, are left out. */
  private static Optional<Unknown<Told>> server(String value, Told told) {
    if (value.startsWith("/") && !value.startsWith("/#/")) {
      return none();
    }
    String address = value.replaceAll("@.*", "");
    var server = Upstream.of(address, '#', Upstream.DNS, Transport.PLAIN);
    server.ifPresent(told.servers::add);
    return server.isPresent() ? none() : Optional.of(elsewhere("server=" + value));
  }

  private Optional<Unknown<Told>> file(String path, Told told) {
    if (path.equals("/dev/null")) {
      return none();
    }
    if (!path.equals(SETTINGS.path())) {
      return Optional.of(elsewhere("conf-file=" + path));
    }
    return machine.ask(SETTINGS) instanceof Answer.Missing ? none() : problem(SETTINGS, told);
  }

  private Optional<Unknown<Told>> problem(ReadFile file, Told told) {
    return switch (Answers.read(
        file, machine.ask(file), said -> read(said.text().lines().toList(), told))) {
      case Known<Told> known -> none();
      case Unknown<Told> unknown -> Optional.of(unknown);
    };
  }

  /**
   * {@code /etc/dnsmasq.d,.dpkg-dist,.dpkg-old}: all but those endings; {@code ,*.conf}: only
   * these.
   */
  private Optional<Unknown<Told>> folder(String value, Told told) {
    var words = List.of(value.split(",", -1));
    if (!words.get(0).replaceAll("/+$", "").equals(FOLDER.path())) {
      return Optional.of(elsewhere("conf-dir=" + value));
    }
    var endings = words.subList(1, words.size());
    var only = endings.stream().filter(one -> one.startsWith("*")).toList();
    Answer list = machine.ask(FOLDER);
    if (list instanceof Answer.Missing) {
      return none();
    }
    Reading<List<String>> names =
        Answers.read(FOLDER, list, said -> Reading.known(said.text().lines().toList()));
    if (names instanceof Unknown<List<String>> unknown) {
      return Optional.of(unknown.as());
    }
    for (String name :
        names instanceof Known<List<String>>(var known) ? known : List.<String>of()) {
      boolean isBackup = name.matches("\\..*|#.*#|.*~|") || name.indexOf('/') >= 0;
      boolean isLeftOut =
          only.isEmpty()
              ? endings.stream().anyMatch(one -> !one.isEmpty() && name.endsWith(one))
              : only.stream().noneMatch(one -> name.endsWith(one.substring(1)));
      Optional<Unknown<Told>> problem =
          isBackup || isLeftOut ? none() : problem(FOLDER.file(name), told);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return none();
  }

  private Reading<List<Upstream>> servers(Told told, IpAddress itself) {
    var all = new ArrayList<>(told.servers);
    if (!told.flags.contains("no-resolv")) {
      var lists = told.lists.isEmpty() ? List.of(ResolvConf.FILE.path()) : told.lists;
      if (lists.stream().distinct().count() > 1) {
        return LocalResolver.elsewhere(NAME, "more than one resolv-file");
      }
      var list = LISTS.stream().filter(one -> one.path().equals(lists.get(0))).findFirst();
      if (list.isEmpty()) {
        return LocalResolver.elsewhere(NAME, "resolv-file=" + lists.get(0));
      }
      Answer answer = machine.ask(list.get());
      if (!(answer instanceof Answer.Missing)) {
        switch (ResolvConf.read(list.get(), answer)) {
          case Known<ResolvConf.Content>(var content) ->
              content.servers().stream()
                  .map(server -> new Upstream(server.address(), Upstream.DNS, Transport.PLAIN))
                  .forEach(all::add);
          case Unknown<ResolvConf.Content> unknown -> {
            return unknown.as();
          }
        }
      }
    }
    return Reading.known(all.stream().filter(one -> !isItself(one, itself)).toList());
  }

  /** dnsmasq leaves out a server that it is itself. */
  private static boolean isItself(Upstream one, IpAddress itself) {
    return one.port() == Upstream.DNS && one.address().equals(itself);
  }
}
