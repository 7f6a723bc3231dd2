package cn.shouwang.seeded.tree;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

record RawRows(MongoCollection<Document> rows) {}
