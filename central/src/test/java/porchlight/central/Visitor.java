package porchlight.central;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser as far as the server can tell: it keeps cookies and sends the forms that it was shown.
 */
final class Visitor {
  private final Running running;
  final Map<String, String> cookies = new LinkedHashMap<>();
  HttpResponse<String> page;

  Visitor(Running running) {
    this.running = running;
    page = get("/signin");
  }

  HttpResponse<String> get(String path) {
    return ask(HttpRequest.newBuilder(at(path)));
  }

  /** Sends the first form of the page that was shown, with these fields, to there. */
  HttpResponse<String> submit(String path, String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("csrf", Crew.csrf(page.body()));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return ask(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", running.central.url())
            .POST(HttpRequest.BodyPublishers.ofString(Crew.encoded(form))));
  }

  HttpResponse<String> signIn(String name, String password, String code) {
    get("/signin");
    return submit("/signin", "name", name, "password", password, "code", code);
  }

  private URI at(String path) {
    return URI.create(running.central.url() + path);
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      StringBuilder header = new StringBuilder();
      cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
      request.header("Cookie", header.toString());
    }
    HttpResponse<String> answer = Crew.send(request.build());
    for (String set : answer.headers().allValues("set-cookie")) {
      String[] pair = set.split(";", 2)[0].split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    if (answer.body().contains("name=\"csrf\"")) {
      page = answer;
    }
    return answer;
  }
}
