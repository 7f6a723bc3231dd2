package cn.shouwang.local.mongo;

import de.bwaldvogel.mongo.bson.Document;

/// A command as it came: `message` is whether as OP_MSG; the other kind is the driver's first hello.
record Request(int id, boolean message, String database, Document command) {}
