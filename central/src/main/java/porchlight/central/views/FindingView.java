package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.devices.Change;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Finding.Evidence;
import porchlight.central.reports.Os;
import porchlight.central.reports.Word;

/**
 * One finding on a device's page; {@code why} and {@code fix} are HTML of our own pages, or empty.
 */
public record FindingView(
    String check,
    String title,
    String severity,
    String because,
    Optional<Moment> since,
    List<Evidence> evidence,
    String why,
    String fix,
    String obstacle,
    String cure) {

  static FindingView of(Finding finding, Os.Family family, Optional<Change> last, Instant now) {
    CheckPage page = CheckPage.of(finding.check());
    return new FindingView(
        finding.check(),
        page.title(),
        Word.of(finding.severity()),
        Calm.text(finding.because()),
        last.map(change -> Moment.of(change.first().at(), now)),
        finding.evidence().stream()
            .map(seen -> new Evidence(Calm.text(seen.name()), Calm.text(seen.value())))
            .toList(),
        page.why(),
        page.fix(family),
        Cure.obstacle(finding.reason()),
        Cure.of(finding.reason()));
  }
}
