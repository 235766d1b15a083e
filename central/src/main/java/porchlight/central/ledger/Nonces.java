package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;

/** The nonces that were used, kept as long as their signatures would pass. */
final class Nonces {
  private Nonces() {}

  /** Remembers a nonce: its key, itself, and until when; changes no row when it is known. */
  static final String USE =
      "insert into nonce (key_id, nonce, expires_at) values (?, ?, ?) on conflict do nothing";

  /** Whether the nonce is new; it no longer is afterwards. */
  static boolean use(Sql sql, Arrival.Proof proof) throws SQLException {
    return sql.update(USE, proof.keyId(), proof.nonce(), proof.expires()) == 1;
  }

  /** Whether it was used before. */
  static boolean isUsed(Sql sql, Arrival.Proof proof) throws SQLException {
    return sql.one(
            "select 1 as used from nonce where key_id = ? and nonce = ?",
            row -> row.number("used"),
            proof.keyId(),
            proof.nonce())
        .isPresent();
  }

  static void prune(Sql sql, Instant now) throws SQLException {
    sql.update("delete from nonce where expires_at < ?", now);
  }
}
