from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workbench", "0002_remedy"),
    ]

    operations = [
        migrations.AddField(
            model_name="remedystudy",
            name="further",
            field=models.JSONField(default=dict),
        ),
    ]
