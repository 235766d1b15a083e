package porchlight.cli;

import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.list;
import static porchlight.cli.Command.option;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.FactScreen;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Probes;
import porchlight.json.FactsJson;
import porchlight.json.PolicyReader;
import porchlight.json.tree.JsonText;
import porchlight.machine.Recording;

/** {@code porchlight facts}. */
final class FactsCommand implements Command {

  @Override
  public String about() {
    return "Show what can be read of this laptop and its network, judged by nobody.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            list(
                "--only",
                "ID",
                "Read only these facts (parted by commas): device, wifi, dns, gateway, vpn,"
                    + " firewall, listening, patches, os-support,"
                    + " disks, reboot, updating, hosts, screen-lock, wifi-auto-join, "
                    + "auto-login, clock, "
                    + "name-broadcast, lan,"
                    + " phishing-protection, "
                    + "proxy,"
                    + " password-manager, remote-tools, antivirus,"
                    + " integrity, management, trusted-roots, sharing, dns-answers, portal, tls-chains,"
                    + " place, router-exposure; or what a check"
                    + " of that name"
                    + " looks at."))
        .addOption(flag("--json", "Print JSON, as config/facts.md describes it."))
        .addOption(
            option(
                "--record",
                "FILE",
                "Write down what the machine answered, without the names of people and networks:"
                    + " the best bug report there is."))
        .addOption(flag("--force", "Let --record replace a file."))
        .addOption(option("--replay", "FILE", "Read a machine that --record remembered."))
        .addOption(flag("--offline", "Ask nothing of the network."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Set<Fact> wanted = wanted(given);
    boolean json = given.hasMatchedOption("--json");
    Source source = Source.of(Given.replay(given), doors).offline(Given.isOffline(given));
    Probes probes = PolicyReader.packed().probes();
    if (!json) {
      Given.text(given, "--replay").ifPresent(replayed -> source.tellReplay(replayed, terminal));
    }
    var file = Given.text(given, "--record");
    Facts facts;
    if (file.isPresent()) {
      var recorder = new Recorder(new OwnFile(file.get(), given.hasMatchedOption("--force")));
      var recording = new Recording(source.machine());
      facts = source.through(recording).facts(wanted, probes, doors, terminal, json);
      recorder.write(recording, facts, source, doors, terminal);
    } else {
      facts = source.facts(wanted, probes, doors, terminal, json);
    }
    if (json) {
      terminal.json(JsonText.pretty(FactsJson.write(facts, wanted)));
    } else if (file.isEmpty()) {
      terminal.result(FactScreen.render(facts, wanted, terminal.look()));
    }
    return Exit.SAFE;
  }

  private static Set<Fact> wanted(ParseResult given) {
    if (!given.hasMatchedOption("--only")) {
      return EnumSet.allOf(Fact.class);
    }
    Map<String, Set<Fact>> known = new LinkedHashMap<>();
    for (Fact fact : Fact.values()) {
      known.put(fact.word(), Set.of(fact));
    }
    PolicyReader.packed()
        .rules()
        .forEach(rule -> known.putIfAbsent(rule.check().id(), rule.check().needs()));
    var wanted = EnumSet.noneOf(Fact.class);
    for (String word : Given.words(given, "--only", "fact", known.keySet())) {
      wanted.addAll(known.getOrDefault(word, Set.of()));
    }
    return wanted;
  }
}
