package cn.shouwang.audit;

import cn.shouwang.local.mongo.LocalMongo;
import cn.shouwang.local.mongo.StoreFailure;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The logs a command is about, opened; closed in the reverse order.
///
/// A folder named on the command line is an export, or holds one a service. `--mongo URI` names a server,
/// `--data DIR` an installation that stands still, a copy of which is opened. With none of them it is this
/// checkout's suite: system property `shouwang.audit.mongo` while it runs, else `shouwang.audit.data`.
final class Sources implements AutoCloseable {

    static final Set<String> OPTIONS = Set.of("service", "mongo", "data");
    private static final int PATIENCE_S = 5;

    private final List<Source> all = new ArrayList<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Optional<Path> secrets = Optional.empty();

    private Sources() {}

    static Sources open(Options options, Optional<String> folder) {
        var sources = new Sources();
        try {
            sources.find(options, folder);
            sources.choose(options.all("service"));
            return sources;
        } catch (RuntimeException e) {
            sources.close();
            throw e;
        }
    }

    List<Source> all() {
        return List.copyOf(all);
    }

    /// The only one; a command that answers about one log asks for it.
    Source only() {
        if (all.size() != 1) {
            throw new Misused("请用 --service 指明其一 (name one with --service): "
                    + String.join(" ", all.stream().map(Source::service).toList()));
        }
        return all.getFirst();
    }

    /// The keys of the installation they belong to, where this machine has them.
    Optional<Path> secrets() {
        return secrets;
    }

    private void find(Options options, Optional<String> folder) {
        var named = (folder.isPresent() ? 1 : 0)
                + options.all("mongo").size()
                + options.all("data").size();
        if (named > 1) {
            throw new Misused("文件夹、--mongo 与 --data 只能给一个 (give one of folder, --mongo and --data)");
        }
        if (folder.isPresent()) {
            exports(Options.path(folder.get()));
        } else if (options.has("mongo")) {
            server(options.required("mongo"));
        } else if (options.has("data")) {
            copy(Options.path(options.required("data")));
        } else {
            own();
        }
    }

    private void own() {
        var mongo = System.getProperty("shouwang.audit.mongo");
        var data = System.getProperty("shouwang.audit.data");
        if (mongo != null) {
            server(mongo);
            secrets = Optional.ofNullable(data).map(folder -> Path.of(folder, "secrets"));
        } else if (data != null) {
            copy(Path.of(data));
        } else {
            throw new Misused("请给出文件夹、--mongo 或 --data (give a folder, --mongo or --data)");
        }
    }

    private void exports(Path folder) {
        if (ExportFolder.is(folder)) {
            all.add(new ExportFolder(folder));
            return;
        }
        if (Files.isDirectory(folder)) {
            Folders.in(folder).stream()
                    .filter(ExportFolder::is)
                    .map(ExportFolder::new)
                    .forEach(all::add);
        }
        if (all.isEmpty()) {
            throw new Misused("不是导出的文件夹，里面没有 (is no exported folder, it lacks) events.jsonl: " + folder);
        }
    }

    private void copy(Path data) {
        var mongo = data.resolve("mongo");
        if (!Files.isDirectory(mongo)) {
            throw new Misused("没有数据 (no data below) " + data);
        }
        var copy = Folders.temporary();
        opened.push(() -> Folders.delete(copy));
        Folders.copyUnused(mongo, copy);
        try {
            var server = LocalMongo.open(copy, 0);
            opened.push(server);
            server(server.uri());
        } catch (StoreFailure e) {
            throw new Unjudged("数据文件打不开 (the data files cannot be opened): " + e.getMessage());
        }
        secrets = Optional.of(data.resolve("secrets"));
    }

    private void server(String uri) {
        var client = client(uri);
        opened.push(client);
        try {
            client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .filter(name -> client.getDatabase(name)
                            .listCollectionNames()
                            .into(new ArrayList<>())
                            .contains("log"))
                    .map(name -> new MongoLog(client.getDatabase(name)))
                    .sorted(Comparator.comparing(Source::service))
                    .forEach(all::add);
        } catch (MongoException e) {
            throw new Unjudged("数据库没有应答 (the database does not answer)");
        }
        if (all.isEmpty()) {
            throw new Unjudged("数据库里没有日志 (the database holds no log)");
        }
    }

    private static MongoClient client(String uri) {
        try {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_S, TimeUnit.SECONDS))
                    .build());
        } catch (IllegalArgumentException _) {
            throw new Misused("--mongo 应为 mongodb://… (is no connection string)"); // it may hold a password
        }
    }

    private void choose(List<String> services) {
        if (services.isEmpty()) {
            return;
        }
        for (var service : services) {
            if (all.stream().noneMatch(source -> source.service().equals(service))) {
                throw new Misused("没有这本日志 (no such log): %s (%s)"
                        .formatted(
                                service,
                                String.join(
                                        " ", all.stream().map(Source::service).toList())));
            }
        }
        all.removeIf(source -> !services.contains(source.service()));
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close in order", e);
            }
        }
    }
}
