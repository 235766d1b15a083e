package porchlight.cli;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import porchlight.cli.screen.Plain;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.json.PolicyReader;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.TranscriptText;

/** Writes a recording for its owner's eyes only. */
record Recorder(OwnFile file) {

  void write(Recording recording, Facts facts, Source source, Doors doors, Terminal terminal) {
    var kept = judgedBy(facts);
    Predicate<String> stays =
        address -> kept.contains(IpAddress.of(address).map(IpAddress::text).orElse(address));
    Recorded recorded = recorded(recording.redacted(stays, true), source, doors);
    boolean same = Judged.of(facts).equals(Judged.of(replay(recorded, facts, doors, terminal)));
    if (!same) {
      // Some name is also a word that the answers need; it is replaced only where it is a name.
      recorded = recorded(recording.redacted(stays, false), source, doors);
      same = Judged.of(facts).equals(Judged.of(replay(recorded, facts, doors, terminal)));
    }
    file.write(TranscriptText.write(recorded).getBytes(StandardCharsets.UTF_8));
    terminal
        .err()
        .println(
            Plain.of(
                recorded.exchanges().size()
                    + " answers are in "
                    + file.name()
                    + ", names of people and networks replaced. Read it before you send it.",
                terminal.talk()));
    if (!same) {
      terminal.err().println("It is not judged as this laptop is: say so when you send it.");
    }
  }

  private static Recorded recorded(List<Recorded.Exchange> exchanges, Source source, Doors doors) {
    return new Recorded(
        "Recorded by Porchlight " + doors.version() + ".", source.at(), source.system(), exchanges);
  }

  /** What is read of a recording, as far as it was of the machine. */
  static Facts replay(Recorded recorded, Facts live, Doors doors, Terminal terminal) {
    var wanted = EnumSet.noneOf(Fact.class);
    for (Fact fact : Fact.values()) {
      if (!(live.reading(fact) instanceof Unknown<?>(var reason, var detail)
          && reason == Reason.TURNED_OFF)) {
        wanted.add(fact);
      }
    }
    return Source.of(Optional.of(recorded), doors)
        .facts(wanted, PolicyReader.packed().probes(), doors, terminal, true);
  }

  /** Addresses that a verdict turns on: with others in their place it would be another one. */
  private static Set<String> judgedBy(Facts facts) {
    var kept = new HashSet<String>();
    if (facts.dns() instanceof Known<Dns>(var dns)) {
      dns.resolvers().forEach(resolver -> kept.add(resolver.address()));
    }
    if (facts.dnsAnswers() instanceof Known<DnsAnswers>(var answers)) {
      for (DnsAnswers.Server server : answers.servers()) {
        server.asked().forEach(one -> one.expected().forEach(truth -> kept.add(truth.text())));
      }
    }
    PolicyReader.packed().probes().names().authorities().forEach(kept::add);
    return kept;
  }
}
