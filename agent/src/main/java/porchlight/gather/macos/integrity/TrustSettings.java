package porchlight.gather.macos.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code security dump-trust-settings}: the certificates that somebody trusts against what came
 * with macOS. A certificate's name is its maker's and may hold anything; so each line must be the
 * one that is due, or nothing is believed.
 */
final class TrustSettings {
  static final Run ADMIN = hidden(Run.of("security", "dump-trust-settings", "-d"));
  static final Run OURS = hidden(Run.of("security", "dump-trust-settings"));
  static final Run THEIRS = OURS.asThem();

  private static final String NONE = "No Trust Settings were found";
  private static final Pattern COUNT = Pattern.compile("Number of trusted certs = (\\d{1,4})");
  private static final Pattern CERTIFICATE = Pattern.compile("Cert (\\d{1,4}): (.*)");
  private static final Pattern SETTINGS =
      Pattern.compile(" *Number of trust settings : (\\d{1,3})");
  private static final Pattern SETTING = Pattern.compile(" *Trust Setting (\\d{1,3}):");
  private static final String RESULT = "Result Type";

  /** In their order, each at most once. */
  private static final List<String> KEYS =
      List.of("Policy OID", "Application", "Policy String", "Allowed Error", RESULT, "Key Usage");

  /** What TLS is called here; the number is that of Apple's policy for it. */
  private static final List<String> TLS = List.of("SSL", "1.2.840.113635.100.1.3");

  /** What is none of TLS, as `security` names it. */
  private static final List<String> ELSEWHERE =
      List.of(
          "iSign",
          "Apple X509 Basic",
          "SMIME",
          "S/MIME",
          "EAP",
          "SW Update Signing",
          "IPSec",
          "iChat",
          "Resource Signing",
          "PKINIT Client",
          "PKINIT Server",
          "Code Signing",
          "Package Signing",
          "Time Stamping");

  private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,252}");
  private static final List<String> FREE = List.of("Application", "Policy String");
  private static final List<String> REFUSING =
      List.of("kSecTrustSettingsResultDeny", "kSecTrustSettingsResultUnspecified");
  private static final Pattern ROW = Pattern.compile(" +(" + String.join("|", KEYS) + ") +: (.*)");

  private TrustSettings() {}

  private static Run hidden(Run run) {
    return run.hiding("^Cert \\d+: (.+)$").hiding("^ +(?:Policy String|Application) +: (.+)$");
  }

  /** The names of those that are trusted; what is only forbidden is not among them. */
  static Reading<List<String>> read(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          if (said.code() == 1 && (said.error() + said.text()).contains(NONE)) {
            return Reading.known(List.of());
          }
          return said.code() == 0
              ? new Lines(question, said.text().lines().toList()).read()
              : Refusal.because(question, said);
        });
  }

  private enum Trust {
    NONE,
    TLS,
    UNCLEAR
  }

  private static final class Lines {
    private final Run question;
    private final List<String> lines;
    private int at;
    private boolean broken;
    private boolean unclear;

    Lines(Run question, List<String> lines) {
      this.question = question;
      this.lines = lines;
    }

    Reading<List<String>> read() {
      Matcher count = COUNT.matcher(next());
      if (!count.matches()) {
        return wrong();
      }
      var trusted = new ArrayList<String>();
      for (int i = 0; i < Integer.parseInt(count.group(1)); i++) {
        Matcher certificate = CERTIFICATE.matcher(next());
        Matcher settings = SETTINGS.matcher(next());
        if (!certificate.matches()
            || Integer.parseInt(certificate.group(1)) != i
            || !settings.matches()) {
          return wrong();
        }
        int number = Integer.parseInt(settings.group(1));
        boolean trusts = number == 0; // no condition: for everything
        boolean perhaps = false;
        for (int setting = 0; setting < number; setting++) {
          Matcher start = SETTING.matcher(next());
          if (!start.matches() || Integer.parseInt(start.group(1)) != setting) {
            return wrong();
          }
          Trust trust = setting();
          trusts |= trust == Trust.TLS;
          perhaps |= trust == Trust.UNCLEAR;
        }
        unclear |= perhaps && !trusts;
        if (trusts) {
          trusted.add(Answers.brief(certificate.group(2)));
        }
      }
      if (at != lines.size() || broken) {
        return wrong();
      }
      return unclear
          ? Answers.notUnderstood(question, "what somebody's certificate is trusted for")
          : Reading.known(trusted);
    }

    /**
     * Whether it trusts, as it does unless it says otherwise, and for TLS, as it does unless it
     * names something else; for one site it makes no authority. Texts of somebody's choice may hold
     * lines of their own: behind one, nothing takes trust away.
     */
    private Trust setting() {
      int last = -1;
      boolean free = false;
      boolean refuses = false;
      boolean everything = true;
      String policy = "";
      boolean site = false;
      for (Matcher row = row(); row.matches(); row = row()) {
        int key = KEYS.indexOf(row.group(1));
        broken |= key <= last;
        last = key;
        at++;
        String value = row.group(2).strip();
        site |= row.group(1).equals("Policy String") && !free && SITE.matcher(value).matches();
        free |= FREE.contains(row.group(1));
        refuses |= row.group(1).equals(RESULT) && REFUSING.contains(value);
        if (row.group(1).equals(KEYS.getFirst())) {
          everything = false;
          policy = value;
        }
      }
      if ((refuses && !free) || ELSEWHERE.contains(policy)) {
        return Trust.NONE;
      }
      if (everything) {
        return Trust.TLS;
      }
      if (!TLS.contains(policy)) {
        return Trust.UNCLEAR;
      }
      return site ? Trust.NONE : Trust.TLS;
    }

    private Matcher row() {
      return ROW.matcher(at < lines.size() ? lines.get(at) : "");
    }

    private String next() {
      return at < lines.size() ? lines.get(at++) : "";
    }

    private Reading<List<String>> wrong() {
      return Answers.notUnderstood(question, "its lines do not follow each other as they should");
    }
  }
}
