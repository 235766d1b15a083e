package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import porchlight.facts.NameBroadcast;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading;
import porchlight.facts.Unseen;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * Whether the programs of this Linux ask the neighbours for names: by a module of {@code
 * nsswitch.conf}, or through systemd-resolved where it is used, by what it does on each link.
 */
public final class LinuxNameBroadcast {
  /** There while systemd-resolved runs, and sometimes after. */
  static final ListFolder RESOLVED = new ListFolder("/run/systemd/resolve");

  private static final String RESOLVE = "resolve";

  private LinuxNameBroadcast() {}

  public static Reading<NameBroadcast> read(Machine machine) {
    var asking = new ArrayList<Asking>();
    Optional<Unseen> unseen = Optional.empty();
    boolean perhaps = true;
    Answer order = machine.ask(Nsswitch.FILE);
    switch (Answers.read(Nsswitch.FILE, order, LinuxNameBroadcast::modules)) {
      case Reading.Known<Set<String>>(var modules) -> {
        modules.forEach(module -> add(module, asking));
        perhaps = modules.contains(RESOLVE);
      }
      case Reading.Unknown<Set<String>>(var reason, var detail) ->
          unseen = Optional.of(new Unseen(reason, detail));
    }
    var file = ResolvConf.read(machine.ask(ResolvConf.FILE));
    boolean stub =
        file instanceof Reading.Known<ResolvConf.Content>(var content)
            && content.servers().stream().anyMatch(ResolvConf.Server::isStub);
    if (perhaps || stub || file instanceof Reading.Unknown) {
      switch (resolved(machine, stub)) {
        case Reading.Known<List<Asking>>(var some) -> asking.addAll(some);
        case Reading.Unknown<List<Asking>>(var reason, var detail) ->
            unseen = Optional.of(unseen.orElse(new Unseen(reason, detail)));
      }
    }
    return Reading.known(new NameBroadcast(asking, unseen));
  }

  private static Reading<Set<String>> modules(Answer.Said said) {
    var modules = new TreeSet<String>();
    boolean some = false;
    for (String raw : said.text().lines().toList()) {
      String line = raw.replaceAll("#.*", "").strip();
      if (line.startsWith("hosts:")) {
        String words = line.substring("hosts:".length()).replaceAll("\\[[^\\]]*]", " ").strip();
        modules.addAll(List.of(words.split("\\s+", -1)));
        some = true;
      }
    }
    return some && modules.stream().allMatch(module -> module.matches("[a-z0-9_-]*"))
        ? Reading.known(modules)
        : Answers.notUnderstood(Nsswitch.FILE, "it does not say how hosts are looked up");
  }

  private static void add(String module, List<Asking> asking) {
    if (module.startsWith("mdns")) {
      asking.add(new Asking(Way.MDNS, "nss-" + module, ""));
    } else if (module.equals("wins")) {
      asking.add(new Asking(Way.NETBIOS, "nss-wins", ""));
    }
  }

  /** Where it does not run, programs go on to what else they may ask. */
  private static Reading<List<Asking>> resolved(Machine machine, boolean stub) {
    Reading<List<Asking>> status =
        Answers.read(Resolvectl.STATUS, machine.ask(Resolvectl.STATUS), LinuxNameBroadcast::scopes);
    return status instanceof Reading.Unknown
            && !stub
            && machine.ask(RESOLVED) instanceof Answer.Missing
        ? Reading.known(List.of())
        : status;
  }

  private static Reading<List<Asking>> scopes(Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(Resolvectl.STATUS, said);
    }
    var sections = ResolvectlSection.all(said.text());
    var asking = new ArrayList<Asking>();
    if (sections.stream().noneMatch(ResolvectlSection::isGlobal)) {
      return Answers.notUnderstood(Resolvectl.STATUS, said.text());
    }
    for (ResolvectlSection section : sections) {
      if (section.link().isEmpty()) { // the scopes of all are those of the links
        continue;
      }
      String scopes = section.value("Current Scopes");
      if (!scopes.matches("none|(?:DNS|(?:LLMNR|mDNS)/IPv[46])(?:\\s+(?:LLMNR|mDNS)/IPv[46])*")) {
        return Answers.notUnderstood(Resolvectl.STATUS, "the scopes of a link: " + scopes);
      }
      for (Way way : List.of(Way.LLMNR, Way.MDNS)) {
        if (scopes.contains(way.label() + "/")) {
          asking.add(new Asking(way, "systemd-resolved", section.link()));
        }
      }
    }
    return Reading.known(asking);
  }
}
