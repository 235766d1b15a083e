package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Dns;
import porchlight.facts.DnsAnswers;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading.Known;
import porchlight.gather.First;
import porchlight.gather.Probing;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;
import porchlight.machine.Question;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;
import porchlight.uplink.Durable;
import porchlight.uplink.StateFolder;

/**
 * A machine whose network is not asked again within the policy's interval at the same place: what
 * it answered is kept in the agent's own folder, as any recording. Only good answers are kept, so
 * that a login, or a network that came back, is seen at the next turn.
 */
public final class KeptAnswers implements Machine, Probing {
  private final Machine machine;
  private final Probes probes;
  private final Path file;

  private String place = "";
  private Instant asked = Instant.MIN;
  private Optional<Transcript> kept = Optional.empty();
  private final List<Recorded.Exchange> heard = new ArrayList<>();

  public KeptAnswers(Machine machine, Probes probes, Path stateFolder) {
    this.machine = machine;
    this.probes = probes;
    this.file = new StateFolder(stateFolder).network();
  }

  @Override
  public Probes probes() {
    return probes;
  }

  @Override
  public synchronized Instant begin(First first) {
    place = place(first);
    asked = first.asOf();
    Optional<Recorded> before = read().filter(one -> isGood(one, first));
    kept = before.map(Transcript::new);
    return before.map(Recorded::at).orElse(asked);
  }

  private boolean isGood(Recorded before, First first) {
    Duration age = Duration.between(before.at(), first.asOf());
    return before.about().equals(place)
        && !age.isNegative()
        && age.compareTo(Duration.ofMinutes(probes.intervalMinutes())) < 0;
  }

  private Optional<Recorded> read() {
    try {
      Optional<String> text = Durable.read(file);
      return text.isEmpty() ? Optional.empty() : Optional.of(TranscriptText.read(text.get()));
    } catch (IOException | TranscriptText.NotATranscript damaged) {
      return Optional.empty(); // then the network is asked
    }
  }

  /** The ways out with their routers, the resolvers, and what is asked; no name of a network. */
  private static String place(First first) {
    var words = new StringBuilder(first.probes().toString());
    if (first.lan() instanceof Known<Lan>(var lan)) {
      lan.attachments()
          .forEach(one -> {
            words.append('\n').append(one.link());
            one.routers().forEach(router -> words.append(' ').append(router.hop()));
          });
    }
    if (first.dns() instanceof Known<Dns>(var dns)) {
      words.append('\n').append(dns);
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(words.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  @Override
  public Answer ask(Question question) {
    if (!(question instanceof Probe)) {
      return machine.ask(question);
    }
    Optional<Transcript> before;
    synchronized (this) {
      before = kept;
    }
    if (before.isPresent()) {
      return before.get().ask(question);
    }
    Answer answer = machine.ask(question);
    synchronized (this) {
      heard.add(new Recorded.Exchange(question.text(), answer));
    }
    return answer;
  }

  /** Keeps what was heard anew, if these facts that came of it are good. */
  public synchronized void keep(Facts facts) throws IOException {
    if (!heard.isEmpty() && kept.isEmpty() && isWorthKeeping(facts)) {
      Durable.write(file, TranscriptText.write(new Recorded(place, asked, "linux", heard)));
    }
  }

  private static boolean isWorthKeeping(Facts facts) {
    boolean free =
        !(facts.portal() instanceof Known<Portal>(var portal))
            || portal.pages().stream().allMatch(page -> page.seen() instanceof Portal.Seen.Right);
    boolean answered =
        !(facts.dnsAnswers() instanceof Known<DnsAnswers>(var answers))
            || answers.servers().stream()
                .flatMap(server -> server.asked().stream())
                .anyMatch(one -> one.reply() instanceof Reply.Answered);
    return free && answered;
  }
}
