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
import porchlight.checks.CaptivePortal;
import porchlight.checks.Check;
import porchlight.checks.DnsIntegrity;
import porchlight.checks.Outcome;
import porchlight.checks.TlsInterception;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;
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
 * that a login, or a network that came back, is seen at the next turn; and only where whatever
 * would lead packets elsewhere could be told.
 */
public final class KeptAnswers implements Machine, Probing {
  private final Machine machine;
  private final Probes probes;
  private final Path file;

  private Optional<String> place = Optional.empty();
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
  public boolean keeps() {
    return true;
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
    return place.equals(Optional.of(before.about()))
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

  /**
   * All that the way of packets hangs on: the ways out with their routers, connections that had no
   * break, the Wi-Fi, tunnels, the resolvers, and what is asked. Nothing where one of them cannot
   * be told, or is such that another place may look the same: then it is asked again.
   */
  private static Optional<String> place(First first) {
    if (!(first.lan() instanceof Known<Lan>(var lan))
        || !(first.dns() instanceof Known<Dns>(var dns))
        || !(first.vpn() instanceof Known<Vpn>(var vpn))
        || lan.attachments().isEmpty()
        || !lan.attachments().stream().allMatch(one -> isItself(one, first.wifi()))) {
      return Optional.empty();
    }
    var words = new StringBuilder(first.probes().toString());
    words.append('\n').append(dns).append('\n').append(vpn);
    for (Attachment one : lan.attachments()) {
      words.append('\n').append(one.link()).append(one.addresses()).append(one.connection());
      one.routers().forEach(router -> words.append(' ').append(router.hop()));
      if (one.kind() == Lan.Kind.WIFI) {
        words.append(' ').append(first.wifi());
      }
    }
    return Optional.of(hash(words.toString()));
  }

  /** Not a Wi-Fi that anybody can pretend to be, and no hardware address that many places have. */
  private static boolean isItself(Attachment one, Reading<Wifi> wifi) {
    boolean known =
        switch (one.kind()) {
          case WIRED -> true;
          case WIFI ->
              wifi instanceof Known<Wifi>(Wifi.Joined joined)
                  && joined.link().equals(one.link())
                  && isProtected(joined.security());
          case OTHER -> false;
        };
    return known
        && one.connection().isPresent()
        && one.routers().stream()
            .allMatch(router -> !router.hop().mac().isEmpty() && !router.isVirtual());
  }

  private static boolean isProtected(Wifi.Security security) {
    return switch (security) {
      case OPEN, WEP, OWE -> false;
      case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3, ENTERPRISE -> true;
    };
  }

  private static String hash(String words) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
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
    if (!heard.isEmpty() && kept.isEmpty() && place.isPresent() && isWorthKeeping(facts)) {
      Durable.write(file, TranscriptText.write(new Recorded(place.get(), asked, "linux", heard)));
    }
  }

  /** What was asked for and is good all over: any doubt is looked at again. */
  private static boolean isWorthKeeping(Facts facts) {
    boolean told =
        !(facts.portal() instanceof Known<Portal>(var portal))
            || !(portal.told() instanceof Portal.Told.Silent);
    return told
        && isGood(facts.dnsAnswers(), new DnsIntegrity(), facts)
        && isGood(facts.portal(), new CaptivePortal(), facts)
        && isGood(facts.tlsChains(), new TlsInterception(List.of()), facts);
  }

  private static boolean isGood(Reading<?> reading, Check check, Facts facts) {
    boolean unasked =
        reading instanceof Unknown<?> unknown && unknown.reason() == Reason.TURNED_OFF;
    return unasked || check.judge(facts).outcome() == Outcome.PASS;
  }
}
