package cn.shouwang.bench.asof;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import cn.shouwang.bench.asof.FileEvent.FileOpened;
import cn.shouwang.bench.asof.FileEvent.FileStepped;
import cn.shouwang.bench.asof.FileEvent.PersonAdded;
import cn.shouwang.platform.projection.Projection;
import cn.shouwang.platform.projection.Rows;
import cn.shouwang.platform.sealing.SealedText;
import cn.shouwang.platform.store.Recorded;
import java.util.List;
import org.bson.conversions.Bson;

/// Keeps `files`, one row per file, as a roster does: `{_id, division, kind, names: {member: sealed},
/// step?, amountFen?, steps?, on}`.
final class FilesProjection implements Projection {

    static final String NAME = "files";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Class<?>> reads() {
        return List.of(FileEvent.class);
    }

    @Override
    public List<Index> indexes() {
        return List.of(Index.on("division", "_id"));
    }

    @Override
    public void on(Recorded recorded, Rows rows) {
        if (recorded.event() instanceof FileEvent event) {
            rows.advance(file(event), change(event));
        }
    }

    private static String file(FileEvent event) {
        return switch (event) {
            case FileOpened opened -> opened.file();
            case PersonAdded added -> added.file();
            case FileStepped stepped -> stepped.file();
        };
    }

    private static Bson change(FileEvent event) {
        return switch (event) {
            case FileOpened opened ->
                combine(
                        set("division", opened.division()),
                        set("kind", opened.kind()),
                        set("on", opened.on().toString()));
            case PersonAdded added -> set("names." + added.member(), SealedText.of(added.member(), added.name()));
            case FileStepped stepped ->
                combine(set("step", stepped.step()), set("amountFen", stepped.amountFen()), inc("steps", 1));
        };
    }
}
