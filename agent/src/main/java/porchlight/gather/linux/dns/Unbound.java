package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.gather.linux.dns.UnboundWords.Word;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Run;

/** unbound: the servers it passes all queries on to, or that it asks the internet by itself. */
record Unbound(Machine machine) {
  static final ReadFile SETTINGS = new ReadFile("/etc/unbound/unbound.conf");

  /** What is told to it while it runs, which no file says. */
  static final Run FORWARDS = Run.of("unbound-control", "list_forwards");

  /** Folders that the settings of Debian and Fedora include. */
  static final List<ListFolder> FOLDERS =
      List.of(
          new ListFolder("/etc/unbound/unbound.conf.d"),
          new ListFolder("/etc/unbound/conf.d"),
          new ListFolder("/etc/unbound/local.d"),
          new ListFolder("/etc/unbound/keys.d"));

  private static final String NAME = "unbound";
  private static final String ANY = "/*.conf";
  private static final Set<String> INCLUDES = Set.of("include", "include-toplevel");
  private static final Set<String> TLS = Set.of("tls-upstream", "ssl-upstream");
  private static final Set<String> ZONE_TLS =
      Set.of("forward-tls-upstream", "forward-ssl-upstream");
  private static final Set<String> TRUST = Set.of("tls-cert-bundle", "ssl-cert-bundle");

  /** Empty when it asks the servers of each domain by itself. */
  Reading<Optional<List<Upstream>>> upstreams(List<String> arguments) {
    var other = LocalResolver.option(arguments, "c");
    if (other.isPresent() && !other.get().equals(SETTINGS.path())) {
      return LocalResolver.elsewhere(NAME, "-c " + other.get());
    }
    var words = new ArrayList<Word>();
    return read(SETTINGS, words).flatMap(done -> asSet(words)).flatMap(set -> running(words, set));
  }

  private Reading<Boolean> read(ReadFile file, List<Word> words) {
    return Answers.read(
        file,
        machine.ask(file),
        said -> {
          var more = UnboundWords.of(said.text(), file.path());
          return more.isEmpty() ? Answers.notUnderstood(file, said.text()) : add(more.get(), words);
        });
  }

  private Reading<Boolean> add(List<Word> more, List<Word> words) {
    for (Word word : more) {
      if (!INCLUDES.contains(word.key())) {
        words.add(word);
        continue;
      }
      if (include(word.value(), words) instanceof Unknown<Boolean> unknown) {
        return unknown;
      }
    }
    return Reading.known(true);
  }

  private Reading<Boolean> include(String value, List<Word> words) {
    for (ListFolder folder : FOLDERS) {
      if (value.equals(folder.path() + ANY)) {
        Answer list = machine.ask(folder);
        return list instanceof Answer.Missing
            ? Reading.known(true)
            : Answers.read(folder, list, said -> files(folder, said.text(), words));
      }
    }
    return LocalResolver.elsewhere(NAME, "include: " + value);
  }

  private Reading<Boolean> files(ListFolder folder, String names, List<Word> words) {
    for (String name : names.lines().toList()) {
      if (name.endsWith(".conf")
          && !name.startsWith(".")
          && name.indexOf('/') < 0
          && read(folder.file(name), words) instanceof Unknown<Boolean> unknown) {
        return unknown;
      }
    }
    return Reading.known(true);
  }

  private static Reading<Optional<List<Upstream>>> asSet(List<Word> words) {
    var zones = new HashSet<String>();
    for (Word word : words) {
      boolean isAll = word.key().equals("name") && word.value().equals(".");
      if (isAll && word.kind().equals("stub-zone")) {
        return LocalResolver.elsewhere(NAME, "a stub-zone for all names");
      }
      if (isAll && word.kind().equals("forward-zone")) {
        zones.add(word.section());
      }
    }
    if (zones.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    var found = new ArrayList<Upstream>();
    for (Word word : words) {
      if (!zones.contains(word.section()) || !word.key().startsWith("forward-")) {
        continue;
      }
      if (word.key().equals("forward-host")) {
        return LocalResolver.elsewhere(NAME, "forward-host");
      }
      if (word.key().equals("forward-addr")) {
        Transport transport = transport(words, word);
        var one = Upstream.of(word.value().replaceAll("#.*", ""), '@', Upstream.DNS, transport);
        if (one.isEmpty()) {
          return LocalResolver.elsewhere(NAME, "forward-addr: " + word.value());
        }
        found.add(one.get());
      }
    }
    return Reading.known(Optional.of(found));
  }

  /** A certificate is checked only against a name, and only with somebody to vouch for it. */
  private static Transport transport(List<Word> words, Word address) {
    boolean encrypted =
        words.stream()
            .filter(word ->
                word.section().equals(address.section())
                    ? ZONE_TLS.contains(word.key())
                    : word.kind().equals("server") && TLS.contains(word.key()))
            .anyMatch(word -> word.value().equals("yes"));
    boolean gives =
        words.stream()
            .filter(word -> word.section().equals(address.section()))
            .anyMatch(word -> word.key().equals("forward-first") && word.value().equals("yes"));
    boolean vouched =
        words.stream()
            .anyMatch(word ->
                TRUST.contains(word.key())
                    || (word.key().equals("tls-system-cert") && word.value().equals("yes")));
    if (!encrypted) {
      return Transport.PLAIN;
    }
    if (gives) {
      return Transport.OPPORTUNISTIC;
    }
    return vouched && address.value().indexOf('#') > 0
        ? Transport.AUTHENTICATED
        : Transport.ENCRYPTED;
  }

  /** Where it may be told so while it runs, what it says now counts. */
  private Reading<Optional<List<Upstream>>> running(
      List<Word> words, Optional<List<Upstream>> set) {
    boolean mayBeTold =
        words.stream()
            .anyMatch(word -> word.key().equals("control-enable") && word.value().equals("yes"));
    return mayBeTold
        ? Answers.read(FORWARDS, machine.ask(FORWARDS), said -> running(said, set))
        : Reading.known(set);
  }

  private static Reading<Optional<List<Upstream>>> running(
      Answer.Said said, Optional<List<Upstream>> set) {
    if (said.code() != 0) {
      return Failed.because(FORWARDS, said);
    }
    var now = new ArrayList<Upstream>();
    boolean isForwarding = false;
    for (String line : said.text().lines().filter(one -> !one.isBlank()).toList()) {
      var parts = List.of(line.strip().split("\\s+", -1));
      if (parts.size() < 3 || !parts.get(1).equals("IN") || !parts.get(2).startsWith("forward")) {
        return Answers.notUnderstood(FORWARDS, line);
      }
      if (!parts.get(0).equals(".")) {
        continue;
      }
      isForwarding = true;
      for (String part : parts.subList(3, parts.size())) {
        var one = Upstream.of(part.replaceAll("#.*", ""), '@', Upstream.DNS, Transport.NOT_TOLD);
        if (one.isEmpty() && !part.startsWith("+")) {
          return Answers.notUnderstood(FORWARDS, line);
        }
        one.ifPresent(now::add);
      }
    }
    if (!isForwarding) {
      return Reading.known(Optional.empty());
    }
    boolean isAsSet = set.isPresent() && addresses(set.get()).equals(addresses(now));
    return Reading.known(isAsSet ? set : Optional.of(now));
  }

  private static Set<String> addresses(List<Upstream> upstreams) {
    var all = new HashSet<String>();
    upstreams.forEach(one -> all.add(one.address().text()));
    return all;
  }
}
