package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.people.Viewer;

/**
 * What one viewer may read of many devices at once, as of a counted time. Any method throws
 * LedgerFault when the database does not answer.
 */
public final class Overview {
  private final Database database;
  private final Viewer viewer;
  private final Instant counted;
  private volatile Optional<Silence> silence = Optional.empty();

  Overview(Database database, Viewer viewer, Instant counted) {
    this.database = database;
    this.viewer = viewer;
    this.counted = counted;
  }

  /** Read once, as everything here is as of the same time. */
  private Silence silence(Sql sql) throws SQLException {
    Optional<Silence> known = silence;
    if (known.isPresent()) {
      return known.get();
    }
    Silence read = Silence.at(sql, counted);
    silence = Optional.of(read);
    return read;
  }

  /** How every organisation stands, those without devices too, by name. */
  public List<Stand> stands() {
    return database.read(sql -> StandRows.all(sql, silence(sql), viewer));
  }

  /** How all stood together, day by day. */
  public List<DayStand> days(Instant from) {
    return database.read(sql -> DaysKept.since(sql, from, Within.of(viewer, "organisation")));
  }

  /** How one organisation stood, day by day. */
  public List<DayStand> days(Instant from, String organisation) {
    return viewer.sees(organisation)
        ? database.read(sql ->
            DaysKept.since(sql, from, new Within(" and organisation = ?", List.of(organisation))))
        : List.of();
  }

  /** The devices of a kind, the ones that need a look first ahead; {@code from} are left out. */
  public List<Seen> devices(Picked picked, int most, int from) {
    return database.read(sql -> SeenRows.list(sql, silence(sql), picked, viewer, most, from));
  }

  /** How many devices of a kind there are. */
  public int count(Picked picked) {
    return database.read(sql -> SeenRows.count(sql, silence(sql), picked, viewer));
  }

  /** One device, retired or not. */
  public Optional<Seen> device(String id) {
    return database.read(sql -> SeenRows.one(sql, silence(sql), id, viewer));
  }

  /** Devices that came to a place that is new to them since then, the riskier kinds first. */
  public List<Visit> newPlaces(Instant since, int most) {
    return database.read(sql -> Spreads.newPlaces(sql, silence(sql), since, viewer, most));
  }

  /** Every check that does not pass somewhere, worst first. */
  public List<Spread> checks() {
    return database.read(sql -> Spreads.all(sql, Instant.EPOCH, viewer));
  }

  /** Every check that fails somewhere since then, the most devices first. */
  public List<Spread> newlyFailing(Instant since) {
    return database.read(sql -> Spreads.all(sql, since, viewer));
  }

  /** The devices on which a check fails or cannot tell, the newest first. */
  public List<Affected> affected(String check, int most, int from) {
    return database.read(sql -> Spreads.affected(sql, silence(sql), check, viewer, most, from));
  }

  /** The places where devices are now, those with most failing checks of the network first. */
  public List<PlaceStand> places(List<String> checks, int most, int from) {
    return database.read(sql -> PlaceRows.now(sql, checks, viewer, most, from));
  }

  /** The checks of the network that fail at a place now, and since when. */
  public List<Spread> failingAt(String organisation, String place, List<String> checks) {
    return database.read(sql -> PlaceRows.failing(sql, organisation, place, checks, viewer));
  }

  /** How many devices were at a place since then, by their full reports. */
  public int visitors(String organisation, String place, Instant since) {
    return viewer.sees(organisation)
        ? database.read(sql -> PlaceRows.visitors(sql, organisation, place, since))
        : 0;
  }

  /** What the newest full reports of a device say at a glance, newest first. */
  public List<Headline> headlines(String device, int most) {
    return database.read(sql ->
        Directory.sees(sql, device, Within.of(viewer, "d.organisation"))
            ? Headlines.of(sql, device, most)
            : List.of());
  }

  /** What a device said by one of its reports; empty where that one is not kept. */
  public Optional<Said> said(String device, Which which) {
    return database.read(sql ->
        Directory.sees(sql, device, Within.of(viewer, "d.organisation"))
            ? SaidRows.one(sql, device, which)
            : Optional.empty());
  }
}
