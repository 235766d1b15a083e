package porchlight.cli;

import java.util.ArrayList;
import java.util.List;

/** What is said of a bundle: in it, and to the one who gives it away. */
final class ShareWords {
  private ShareWords() {}

  static String readme(Share share, String version) {
    return """
    What Porchlight saw on a laptop, for a colleague who helps.

    Porchlight %s, system %s, seen at %s, judged by the policy that the program carries.

    report.txt    the answer and its findings
    report.json   the same as JSON (config/facts.md describes it)
    machine.txt   every question that was asked, and the answer

    porchlight check --replay THIS.zip      judges it again; explain, facts --replay THIS.zip look closer

    People, networks, laptops, addresses, ids, serial numbers and secrets have stand-ins: the
    same thing the same one everywhere. %s
    """
        .formatted(version, share.recorded().system(), share.recorded().at(), judged(share));
  }

  private static String judged(Share share) {
    return share.same()
        ? "It is judged as the laptop is."
        : "It is not judged as the laptop is: a stand-in changed a verdict.";
  }

  /** What it holds and what it does not. */
  static List<String> told(Share share) {
    var out = new ArrayList<String>();
    var names = new ArrayList<String>();
    share.kinds().forEach((kind, count) -> names.add(count + " " + kind + (count == 1 ? "" : "s")));
    out.add(
        "Replaced, the same thing by the same stand-in: "
            + (names.isEmpty() ? "" : "names (" + String.join(", ", names) + "), ")
            + "addresses, hardware addresses, ids, serial numbers, secrets.");
    out.add(
        "Still told: the system and its versions, the model, settings, which known programs are"
            + " there, packages that wait, and when it was seen.");
    share
        .spoken()
        .forEach(standIn ->
            out.add(
                "The name behind "
                    + standIn
                    + " is also a word that the answers need, so the word is still in it."));
    out.add(judged(share));
    return out;
  }
}
