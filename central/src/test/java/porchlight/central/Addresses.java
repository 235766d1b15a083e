package porchlight.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.web.Route;

/**
 * What is asked of a full ledger: every GET in the table of routes, of the dearest client, device,
 * check and place, and what each may be asked besides. Left out are what devices sign, and what is
 * about one person, token, note or file.
 */
record Addresses(String organisation, List<String> all) {
  private static final List<String> OF_NO_FLEET =
      List.of(
          "/account",
          "/people",
          "/tokens",
          "/audit",
          "{person}",
          "{token}",
          "{remark}",
          "{link}",
          "{asset}",
          "{verification}",
          "/signin",
          "/assets");

  /** The addresses of the ledger that this connection looks into. */
  static Addresses of(Connection ledger) throws SQLException, IOException {
    Map<String, String> parts = parts(ledger);
    List<String> all = new ArrayList<>();
    for (String path : paths()) {
      String filled = path;
      for (Map.Entry<String, String> part : parts.entrySet()) {
        filled = filled.replace(part.getKey(), part.getValue());
      }
      for (String variant : variants(path)) {
        String query = variant;
        for (Map.Entry<String, String> part : parts.entrySet()) {
          query = query.replace(part.getKey(), part.getValue());
        }
        all.add(filled + query);
      }
    }
    return new Addresses(parts.getOrDefault("{organisation}", ""), List.copyOf(all));
  }

  private static List<String> paths() throws IOException {
    Path folder = Files.createTempDirectory("routes");
    try (Running running = new Running(folder, 10)) {
      return running.central.routes().stream()
          .filter(route -> route.method().name().equals("GET"))
          .filter(route -> !(route instanceof Route.Signed))
          .map(Route::path)
          .filter(path -> OF_NO_FLEET.stream().noneMatch(path::contains))
          .toList();
    }
  }

  /** What else the dear ones are asked. */
  private static List<String> variants(String path) {
    return switch (path) {
      case "/" -> List.of("", "?days=7");
      case "/organisations" -> List.of("", "?page=3");
      case "/organisations/{organisation}" -> List.of("", "?page=10");
      case "/devices" -> List.of("", "?tone=silent", "?tone=safe&page=100");
      case "/devices/{device}/difference" ->
          List.of("?from={from}&to={to}", "?from=yesterday", "?from={from}&other={device}");
      case "/checks/{check}", "/places", "/places/{organisation}/{place}" -> List.of("", "?page=9");
      case "/search" -> List.of("?q=LT-00042", "?q=lt&page=20", "?q=debian+12");
      case "/v1/devices" -> List.of("", "?organisation={organisation}");
      case "/v1/remarks" -> List.of("", "?device={device}");
      case "/v1/trend" -> List.of("", "?organisation={organisation}");
      case "/v1/exports/devices.csv", "/v1/exports/findings.csv" ->
          List.of("", "?organisation={organisation}");
      case "/v1/exports/ocsf.ndjson" -> List.of("", "?organisation={organisation}", "?after=0");
      default -> List.of("");
    };
  }

  private static Map<String, String> parts(Connection ledger) throws SQLException {
    Map<String, String> parts = new LinkedHashMap<>();
    String organisation =
        one(
            ledger,
            "select organisation from device group by organisation order by count(*) desc limit 1");
    String device =
        one(
            ledger,
            "select c.device from change c join device d on d.id = c.device where d.organisation = '"
                + organisation
                + "' group by c.device order by count(*) desc limit 1");
    String full = "from report where content is not null and device = '" + device + "'";
    parts.put("{organisation}", organisation);
    parts.put("{device}", device);
    parts.put(
        "{check}",
        one(
            ledger,
            "select check_id from finding group by check_id order by count(*) desc limit 1"));
    parts.put(
        "{place}",
        one(
            ledger,
            "select place from device where organisation = '"
                + organisation
                + "' and place is not null group by place order by count(*) desc limit 1"));
    parts.put("{from}", one(ledger, "select min(sequence) " + full));
    parts.put("{to}", one(ledger, "select max(sequence) " + full));
    return parts;
  }

  private static String one(Connection ledger, String sql) throws SQLException {
    try (Statement statement = ledger.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)).orElse("") : "";
    }
  }
}
