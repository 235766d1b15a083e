package porchlight.central.views;

import java.util.List;
import porchlight.central.ledger.Kin;
import porchlight.central.ledger.Notebook;
import porchlight.central.ledger.Shared;
import porchlight.central.reports.Calm;

/** The same thing on more than one laptop, as a card. */
public record SharedView(
    String seen, String title, String headline, String name, String value, List<Note.Link> on) {
  private static final int MOST_CARDS = 30;
  private static final int MOST_NAMED = 8;

  /** The cards, those of most clients first. */
  public static List<SharedView> of(Notebook notebook) {
    return notebook.shared(MOST_CARDS).stream()
        .map(card -> of(card, notebook.showing(card.seen(), MOST_NAMED)))
        .toList();
  }

  private static SharedView of(Shared card, List<Kin.Relative> on) {
    return new SharedView(
        card.seen(),
        CheckPage.of(card.sighting().check()).title(),
        "The same on "
            + card.devices()
            + " laptops at "
            + card.organisations()
            + (card.organisations() == 1 ? " client" : " clients"),
        Calm.text(card.sighting().name()),
        Calm.text(card.sighting().value()),
        on.stream().map(SharedView::link).toList());
  }

  private static Note.Link link(Kin.Relative device) {
    String name = Calm.text(device.name().orElse("")).strip();
    return new Note.Link(
        "/devices/" + device.id(), name.isEmpty() ? "device " + device.id().substring(0, 8) : name);
  }
}
